import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readOptions, UserError } from 'office-addin-tools/edits';
import { RECORD_FILE, type ProjectRecord } from './answers.ts';
import { git } from './git.ts';
import { OWN, npm, readTarballs, VENDOR } from './tarballs.ts';
import { generate } from './template/generate.ts';
import { readTemplate, type Template } from './template/readTemplate.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const USAGE = 'npm run upgrade -- [version | tarball | repository of the starter] [--dry-run]';

/** Merges a newer version of the template into the project in the current folder. */
export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args, { 'dry-run': { type: 'boolean' } }, USAGE, 1);
  const project = process.cwd();
  const record = readRecord(project);
  await checkRepository(project);
  const old = readTemplate();
  checkOld(record, old);
  const trees = temporaryFolder('upgrade-');
  const base = await generateOld(project, record, old, join(trees, 'old'));
  const next = await generateNew(positionals[0] ?? 'latest', record, trees);
  const outcome = await merge(project, base, next, values['dry-run'] === true);
  say(summary(outcome, values['dry-run'] === true));
}

export interface Outcome {
  /** Status letter of git and path of each file in which the versions of the template differ. */
  readonly changes: readonly string[];
  /** Paths that Git could not merge; empty in a dry run. */
  readonly conflicts: readonly string[];
}

/** @throws UserError unless this package created the project in the folder */
export function readRecord(project: string): ProjectRecord {
  const file = join(project, RECORD_FILE);
  if (!existsSync(file))
    throw new UserError(`There is no ${RECORD_FILE} here. Run the command in a project that ${OWN} created.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProjectRecord;
  } catch (cause) {
    throw new UserError(`${RECORD_FILE} is not valid JSON. Restore it from Git.`, { cause });
  }
}

/** @throws UserError unless the project is a Git repository without changes */
export async function checkRepository(project: string): Promise<void> {
  let prefix: string;
  let changes: string;
  try {
    prefix = (await git(project, ['rev-parse', '--show-prefix'])).trim();
    changes = await git(project, ['status', '--porcelain']);
    await git(project, ['rev-parse', '--verify', 'HEAD']);
  } catch (cause) {
    throw new UserError('An upgrade needs a Git repository with at least one commit in this folder.', {
      cause,
    });
  }
  if (prefix !== '') throw new UserError('The project has to be the top folder of its Git repository.');
  if (changes.trim() !== '')
    throw new UserError(
      'There are changes that are not committed. Commit or stash them, then run the command again.',
    );
}

/** The old tree is only right when this package is the one that generated it. */
function checkOld({ template }: ProjectRecord, { version, commit }: Template): void {
  if (template.version === version && template.commit === commit) return;
  throw new UserError(
    `The project was made by ${OWN} ${nameOf(template)}, and ${nameOf({ version, commit })} is installed. ` +
      'Run `npm install`, then run the command again.',
  );
}

const nameOf = ({ version, commit }: ProjectRecord['template']): string =>
  commit === undefined ? version : `${version} (${commit.slice(0, 8)})`;

async function generateOld(
  project: string,
  { answers }: ProjectRecord,
  template: Template,
  folder: string,
): Promise<string> {
  await mkdir(folder);
  const vendor = join(project, VENDOR);
  if (existsSync(vendor)) await cp(vendor, join(folder, VENDOR), { recursive: true });
  await generate(folder, template, answers, await readTarballs(vendor));
  return folder;
}

/** Generates the project with another version of this package, which runs as a separate program. */
async function generateNew(wanted: string, { answers }: ProjectRecord, trees: string): Promise<string> {
  const folder = join(trees, 'new');
  const vendor = join(folder, VENDOR);
  const answersFile = join(trees, 'answers.json');
  await mkdir(folder);
  await writeFile(answersFile, JSON.stringify(answers));
  const program = await fetchPackage(wanted, join(trees, 'package'));
  await run(program, ['pack', vendor]);
  await run(program, ['generate', folder, answersFile, vendor]);
  return folder;
}

/**
 * Returns the program of the wanted version. @param wanted a version, a tarball, or a repository of the starter
 * @throws UserError if there is none
 */
export async function fetchPackage(wanted: string, folder: string): Promise<string> {
  const path = resolve(wanted);
  const inRepository = join(path, 'packages', OWN, 'bin', `${OWN}.mjs`);
  if (existsSync(inRepository)) return inRepository;
  if (existsSync(path) && !path.endsWith('.tgz'))
    throw new UserError(
      `${path} is neither a tarball of ${OWN} nor a repository of the starter. Usage: ${USAGE}`,
    );
  // A path, or characters that a shell would interpret.
  if (!existsSync(path) && !/^[\w.^~-]+$/u.test(wanted))
    throw new UserError(`${wanted} is not a version, and no file has this name. Usage: ${USAGE}`);
  await mkdir(folder);
  try {
    const spec = existsSync(path) ? path : `${OWN}@${wanted}`;
    await npm(folder, [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      // `npm run --silent` would hide the reason of a failure.
      '--loglevel=error',
      '--prefix',
      folder,
      spec,
    ]);
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    if (/npm error code (?:E404|ETARGET)/u.test(stderr))
      throw new UserError(`npm has no version ${wanted} of ${OWN}. Run "npm view ${OWN} versions".`, {
        cause: error,
      });
    const reason = /npm error (?!code)(?<reason>.+)/u.exec(stderr)?.groups?.['reason'] ?? '';
    throw new UserError(`npm could not install ${OWN} ${wanted}. ${reason}`.trim(), { cause: error });
  }
  return join(folder, 'node_modules', OWN, 'dist', 'cli.js');
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  try {
    await promisify(execFile)(process.execPath, [program, ...args], { maxBuffer: 1e8 });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new UserError(`The new version failed: ${stderr.trim()}`, { cause: error });
  }
}

/**
 * Applies the difference between two folders to the project, as a three-way merge: the difference becomes a commit on
 * no branch, and `git cherry-pick --no-commit` applies it.
 */
export async function merge(project: string, base: string, next: string, dryRun: boolean): Promise<Outcome> {
  const gitFolder = (await git(project, ['rev-parse', '--absolute-git-dir'])).trim();
  const from = await commitOf(gitFolder, base, []);
  const to = await commitOf(gitFolder, next, ['-p', from]);
  const changes = lines(await git(project, ['diff', '--name-status', '--no-renames', from, to]));
  if (dryRun || changes.length === 0) return { changes, conflicts: [] };
  try {
    await git(project, ['cherry-pick', '--no-commit', to]);
    return { changes, conflicts: [] };
  } catch (error) {
    const conflicts = lines(await git(project, ['diff', '--name-only', '--diff-filter=U']));
    if (conflicts.length === 0) throw error;
    return { changes, conflicts };
  }
}

/** Returns a commit with the content of a folder, made without touching the project's index or working tree. */
async function commitOf(gitFolder: string, folder: string, parents: readonly string[]): Promise<string> {
  const index = join(temporaryFolder('index-'), 'index');
  const who = { NAME: OWN, EMAIL: 'noreply@example.com' };
  const env = {
    GIT_DIR: gitFolder,
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: index,
    ...Object.fromEntries(
      Object.entries(who).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  };
  await git(folder, ['add', '--all', '--force', '.'], env);
  const tree = (await git(folder, ['write-tree'], env)).trim();
  return (
    await git(
      folder,
      ['commit-tree', '--no-gpg-sign', tree, ...parents, '-m', 'Template of the project'],
      env,
    )
  ).trim();
}

function summary({ changes, conflicts }: Outcome, dryRun: boolean): string {
  if (changes.length === 0) return 'The project is up to date.';
  const list = changes.map((change) => `  ${change.replace('\t', '  ')}`).join('\n');
  if (dryRun) return `The upgrade would change:\n${list}`;
  if (conflicts.length === 0)
    return `Upgraded:\n${list}\nRun npm install and npm test, look at git diff --staged, then commit.`;
  return (
    `Upgraded, with conflicts in:\n${conflicts.map((path) => `  ${path}`).join('\n')}\n` +
    'Resolve them as after git merge (for package-lock.json, npm install is enough), run npm install and npm test, ' +
    'then git add and commit. To undo the upgrade: git reset --hard'
  );
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
