import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { PACKAGE, REPOSITORY } from '../packageFolder.ts';
import type { Files } from './applyRemovals.ts';
import { removals } from './parts.ts';

/** The starter, before anything is left out. */
export interface Template {
  /** Version of this package. */
  readonly version: string;
  /** Commit of the starter; undefined outside Git. */
  readonly commit: string | undefined;
  readonly files: Files;
}

const ARCHIVE = join(PACKAGE, 'template.zip');
const FACTS = 'template.json';
/** Every archive of the same files has the same bytes. */
const MODIFIED = '2020-01-01T00:00:00';

/** Returns the template: the working tree of this repository, or what was packed from it. */
export function readTemplate(): Template {
  if (REPOSITORY !== undefined) return readRepository(REPOSITORY);
  return unpackTemplate(readFileSync(ARCHIVE));
}

/** Returns the template in an archive of `packTemplate`. */
export function unpackTemplate(archive: Uint8Array): Template {
  const { [FACTS]: facts, ...files } = unzipSync(archive);
  const { version, commit } = JSON.parse(Buffer.from(facts ?? '{}').toString()) as Omit<Template, 'files'>;
  return {
    version,
    commit,
    files: new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)])),
  };
}

/** Returns the tracked files of a repository, as they are on the disk. */
export function readRepository(root: string): Template {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, maxBuffer: 1e8 }).toString();
  const files = git('ls-files', '-z', '--cached')
    .split('\0')
    .filter((path) => path !== '' && isFile(join(root, path)))
    .map((path): [string, Buffer] => [path, readFileSync(join(root, path))]);
  return { version: ownVersion(), commit: git('rev-parse', 'HEAD').trim(), files: new Map(files) };
}

/** Returns the archive of a template for the package. What no project gets is left out, but for the lock file. */
export function packTemplate({ version, commit, files }: Template): Uint8Array {
  const never = removals.filter(({ without }) => without.length === 0).flatMap(({ paths = [] }) => paths);
  const folders = never.filter((path) => path.endsWith('/'));
  const kept = [...files].filter(([path]) => !folders.some((folder) => path.startsWith(folder)));
  const entries = Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
  const facts = Buffer.from(JSON.stringify({ version, commit }));
  return zipSync({ [FACTS]: facts, ...entries }, { level: 9, mtime: MODIFIED });
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

export function ownVersion(): string {
  return (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;
}
