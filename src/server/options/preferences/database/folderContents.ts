import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderFault } from './folderFault.ts';
import { LOCK_FILE } from './folderLock.ts';

/**
 * What DATABASE_DIR contains, and whether this server may use it. Looks only; writes nothing.
 *
 *     server.lock       the process that uses the folder
 *     pgdata/           the database, with MARK in it
 *     creating-XXXXXX/  a creation under way, or what a crash left of one: MARK and an unfinished pgdata/
 *
 * Version 0.1 kept the database directly in DATABASE_DIR, without a mark. Such a database is still opened.
 */

export const DATA = 'pgdata';
export const MARK = 'made-by-office-add-in.json';
export const ATTEMPT_PREFIX = 'creating-';
const ATTEMPT = new RegExp(`^${ATTEMPT_PREFIX}[A-Za-z0-9]{6}$`, 'u');
/** Written next to the lock and moved over it; a crash can leave one. */
const LOCK_DRAFT = new RegExp(`^${LOCK_FILE.replace('.', '\\.')}\\.[0-9a-f-]{36}$`, 'u');
/** Version 0.1 wrote it while it created a database. */
const UNFINISHED = 'unfinished';
const VERSION = 'PG_VERSION';
/** A server of PostgreSQL writes it at every start; PGlite never does. */
const OF_A_SERVER = 'postmaster.opts';
/** PostgreSQL writes through these: a link in their place would lead it out of the folder. */
const POSTGRES_OWN =
  /^(?:base|global|pg_\w+|PG_VERSION|pg_hba\.conf|pg_ident\.conf|postgresql(?:\.auto)?\.conf|postmaster\.pid)$/u;

export type FolderContents =
  | { readonly kind: 'empty'; readonly leftovers: readonly string[] }
  | { readonly kind: 'database'; readonly data: string; readonly leftovers: readonly string[] };

/**
 * @param folder has to exist
 * @returns where the database is, or that there is none; names of folders that interrupted creations left
 * @throws FolderFault when the folder contains anything else; system errors
 */
export async function readContents(folder: string): Promise<FolderContents> {
  const entries = await readdir(folder, { withFileTypes: true });
  const has = (name: string) => entries.some((entry) => entry.name === name);
  const leftovers: string[] = [];
  for (const entry of entries) if (await isAttempt(folder, entry)) leftovers.push(entry.name);

  if (has(DATA) && has(VERSION)) {
    throw foreign(
      folder,
      `contains two databases, one in ${DATA} and an older one next to it`,
      'Move the one that you do not need out of it',
    );
  }
  if (has(VERSION)) {
    if (has(UNFINISHED)) {
      throw foreign(
        folder,
        `contains a database whose creation by an earlier version was interrupted (the file "${UNFINISHED}")`,
        `Move its contents away; if you have restored a complete backup into it, delete only the file "${UNFINISHED}"`,
      );
    }
    await mustBeEmbedded(folder);
    return { kind: 'database', data: folder, leftovers };
  }
  if (has(DATA)) {
    const data = join(folder, DATA);
    if (!(await isMarkedDatabase(data))) {
      throw foreign(folder, `contains "${DATA}", which this server did not create`, 'Move it away');
    }
    await mustBeEmbedded(data);
    return { kind: 'database', data, leftovers };
  }
  const others = entries.filter((entry) => !isOwn(entry, leftovers)).map(({ name }) => name);
  if (others.length > 0) throw foreign(folder, `contains ${list(others)}`, 'Move that away');
  return { kind: 'empty', leftovers };
}

/** The text of MARK. */
export const markText = (what: 'creation' | 'database') =>
  `${JSON.stringify({ madeBy: 'Office Add-in server', what })}\n`;

function foreign(folder: string, problem: string, fix: string): FolderFault {
  return new FolderFault(
    'DATABASE_DIR_FOREIGN',
    `The folder ${folder} ${problem}, so no database is opened or created there and nothing in it is changed. ` +
      `${fix}, or set DATABASE_DIR to an empty folder or to one that does not exist yet.`,
  );
}

/** At most three names, so that the message stays readable. */
function list(names: readonly string[]): string {
  const shown = names
    .toSorted()
    .slice(0, 3)
    .map((name) => JSON.stringify(name))
    .join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function isOwn(entry: Dirent, leftovers: readonly string[]): boolean {
  const { name } = entry;
  if (leftovers.includes(name)) return true;
  // The file system puts lost+found into the root of a volume. Whether the lock is one, lockFolder decides.
  return entry.isFile()
    ? name === LOCK_FILE || LOCK_DRAFT.test(name)
    : entry.isDirectory() && name === 'lost+found';
}

/** The mark is written first: without it there is nothing else in the folder of a creation. */
async function isAttempt(folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isDirectory() || !ATTEMPT.test(entry.name)) return false;
  const path = join(folder, entry.name);
  const looksLikeOne = async () => (await isEmpty(path)) || (await isMarked(path, 'creation'));
  // Twice: another process may finish a creation and remove the mark between the two questions.
  return (await looksLikeOne()) || (await looksLikeOne());
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

async function isMarkedDatabase(data: string): Promise<boolean> {
  return (
    (await lstat(data)).isDirectory() &&
    (await isFile(join(data, VERSION))) &&
    (await isMarked(data, 'database'))
  );
}

async function isMarked(folder: string, what: 'creation' | 'database'): Promise<boolean> {
  const path = join(folder, MARK);
  if (!(await isFile(path))) return false;
  const text = await readFile(path, 'utf8');
  // A crash can cut off the mark of a creation; that of a database is written before the folder gets its name.
  return what === 'creation' ? markText(what).startsWith(text) : text === markText(what);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function mustBeEmbedded(data: string): Promise<void> {
  const entries = await readdir(data, { withFileTypes: true });
  const link = entries.find((entry) => entry.isSymbolicLink() && POSTGRES_OWN.test(entry.name));
  if (link) throw foreign(data, `contains a symbolic link in place of "${link.name}"`, 'Restore a backup');
  if (entries.some(({ name }) => name === OF_A_SERVER)) {
    throw foreign(data, 'belongs to a PostgreSQL server', 'Set DATABASE_URL to that server');
  }
  for (const name of ['base', 'global']) {
    if (!entries.some((entry) => entry.name === name && entry.isDirectory()))
      throw foreign(data, `contains only a part of a database ("${name}" is missing)`, 'Restore a backup');
  }
}
