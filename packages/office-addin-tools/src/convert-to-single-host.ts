import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './userError.ts';
import { convert } from './convert/convert.ts';
import { didYouMean } from './nearest.ts';
import { loadProject, type Application } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';

export const USAGE = 'npm run convert-to-single-host -- word|excel|powerpoint|outlook --yes';

/** Makes the project an add-in for one application: changes its list of applications, and the manifests. */
export async function main(args: readonly string[]): Promise<void> {
  const project = await loadProject();
  const { application, yes } = readArguments(args, project.applications);
  mustBeCommitted();
  if (!yes) {
    throw new UserError(
      `This removes the other applications from the manifests and from ${project.files.applications}. ` +
        `To make this an add-in for ${application} only, add --yes.`,
    );
  }
  const touched = convert(ROOT, project, [application]);
  const { format, resolveConfig } = await import('prettier');
  const { readFile, writeFile } = await import('node:fs/promises');
  for (const path of touched) {
    const file = join(ROOT, path);
    if (!existsSync(file) || !/\.(?:json|tsx?)$/u.test(path)) continue;
    const options = { ...(await resolveConfig(file)), filepath: file };
    await writeFile(file, await format(await readFile(file, 'utf8'), options));
  }
  console.log(`The add-in is for ${application} only. Changed or removed: ${touched.join(', ')}.`);
  console.log('See `git diff`. To undo the change: `git checkout .`');
}

function readArguments(
  args: readonly string[],
  applications: readonly Application[],
): { application: Application; yes: boolean } {
  const usage = `npm run convert-to-single-host -- ${applications.join('|')} --yes`;
  const { values, positionals } = readOptions(args, { yes: { type: 'boolean' } }, usage, 1);
  const [named] = positionals;
  const application = applications.find((name) => name === named);
  if (application) return { application, yes: values.yes === true };
  if (named === undefined) throw new UserError(`Name the application that stays: ${usage}`);
  throw new UserError(
    [
      `This add-in has no application ${JSON.stringify(named)}.`,
      didYouMean(named, applications),
      `It has: ${applications.join(', ')}.`,
      `Usage: ${usage}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** What is not committed could not be told from the conversion, nor be brought back with it. */
function mustBeCommitted(): void {
  let changes: string;
  try {
    changes = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
  } catch (error) {
    throw new UserError(
      'This is no Git repository: commit the project first, so that it can be brought back.',
      {
        cause: error,
      },
    );
  }
  if (changes.trim() !== '')
    throw new UserError('There are changes that are not committed. Commit them first.');
}
