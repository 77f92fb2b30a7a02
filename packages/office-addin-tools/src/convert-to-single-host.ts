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

/** Reduces the project's list of applications and its manifests to one application. */
export async function main(args: readonly string[]): Promise<void> {
  const project = await loadProject();
  const { application, yes } = readArguments(args, project.applications);
  mustBeCommitted();
  if (!yes) {
    throw new UserError(
      `This command removes all applications except ${application} from the manifests and from ` +
        `${project.files.applications}. To confirm, add --yes.`,
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
  console.log(`The add-in now supports ${application} only. Changed or removed: ${touched.join(', ')}.`);
  console.log('To review the changes, run `git diff`. To undo them, run `git checkout .`.');
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
  if (named === undefined) throw new UserError(`The application to keep is missing. Usage: ${usage}`);
  throw new UserError(
    [
      `This add-in does not support an application ${JSON.stringify(named)}.`,
      didYouMean(named, applications),
      `It supports: ${applications.join(', ')}.`,
      `Usage: ${usage}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** Throws on uncommitted changes: they would mix with the conversion, and undoing it would lose them. */
function mustBeCommitted(): void {
  let changes: string;
  try {
    changes = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
  } catch (error) {
    throw new UserError(
      'This is not a Git repository. Commit the project to one first, so that you can undo the conversion.',
      {
        cause: error,
      },
    );
  }
  if (changes.trim() !== '')
    throw new UserError('There are uncommitted changes. Commit or stash them first.');
}
