import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClearError } from './clearError.ts';
import { convert } from './convert/convert.ts';
import { didYouMean } from './nearest.ts';
import { ROOT } from './projectFolder.ts';
import { readOptions } from './options.ts';
import { applications, type Application } from '../../../src/contract/preferences.ts';

/** `npm run convert-to-single-host -- word --yes`: the project for one application alone; the sandbox keeps all four. */
export async function main(args: readonly string[]): Promise<void> {
  const { application, yes } = readArguments(args);
  mustBeCommitted();
  if (!yes) {
    throw new ClearError(
      `This takes the other applications out of the manifests and the code, to be an add-in for ${application} alone. ` +
        'Git can bring them back. Add --yes to do it.',
    );
  }
  const touched = convert(ROOT, application);
  const { format, resolveConfig } = await import('prettier');
  const { readFile, writeFile } = await import('node:fs/promises');
  for (const path of touched) {
    const file = join(ROOT, path);
    if (!existsSync(file) || !/\.(?:json|tsx?)$/u.test(path)) continue;
    const options = { ...(await resolveConfig(file)), filepath: file };
    await writeFile(file, await format(await readFile(file, 'utf8'), options));
  }
  console.log(`The add-in is for ${application} alone now: ${touched.length} files changed or removed.`);
  console.log(
    'Look at it with `git diff`; `npm test`; commit it as one change. `git checkout .` takes it back.',
  );
}

function readArguments(args: readonly string[]): { application: Application; yes: boolean } {
  const usage = `npm run convert-to-single-host -- ${applications.join('|')} --yes`;
  const { values, positionals } = readOptions(args, { yes: { type: 'boolean' } }, usage, 1);
  const [named] = positionals;
  const application = applications.find((name) => name === named);
  if (application) return { application, yes: values.yes === true };
  if (named === undefined) throw new ClearError(`Say which application stays: ${usage}`);
  throw new ClearError(
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
    throw new ClearError(
      'This is no Git repository: commit the project first, so that it can be brought back.',
      {
        cause: error,
      },
    );
  }
  if (changes.trim() !== '')
    throw new ClearError('There are changes that are not committed. Commit them first.');
}
