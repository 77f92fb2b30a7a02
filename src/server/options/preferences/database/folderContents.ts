import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderError } from './folderError.ts';
import { LOCK_FILE } from './folderLock.ts';

/**
 * Checks what DATABASE_DIR contains, and whether this server may use it. Writes nothing.
 *
 *     server.lock       the process that uses the folder
 *     pgdata/           the database, with MARKER in it
 *     creating-XXXXXX/  a creation in progress or interrupted: MARKER and an unfinished pgdata/
 *
 * Version 0.1 kept the database directly in DATABASE_DIR, without a marker. Such a database is still opened.
 */

export const DATA_FOLDER = 'pgdata';
export const MARKER = 'made-by-office-add-in.json';
export const ATTEMPT_PREFIX = 'creating-';
const ATTEMPT = new RegExp(`^${ATTEMPT_PREFIX}[A-Za-z0-9]{6}$`, 'u');
/** A lock before it is moved into place; a crash can leave one. */
const LOCK_DRAFT = new RegExp(`^${LOCK_FILE.replace('.', '\\.')}\\.[0-9a-f-]{36}$`, 'u');
/** Written by version 0.1 while it created a database. */
const UNFINISHED = 'unfinished';
const VERSION = 'PG_VERSION';
/** A PostgreSQL server writes it at every start; PGlite never does. */
const OF_A_SERVER = 'postmaster.opts';
/** PostgreSQL writes to these, so a symbolic link in their place would redirect it out of the folder. */
const POSTGRES_OWN =
  /^(?:base|global|pg_\w+|PG_VERSION|pg_hba\.conf|pg_ident\.conf|postgresql(?:\.auto)?\.conf|postmaster\.pid)$/u;

export type FolderContents =
  | { readonly kind: 'empty'; readonly leftovers: readonly string[] }
  | { readonly kind: 'database'; readonly data: string; readonly leftovers: readonly string[] };

/**
 * @param folder must exist
 * @returns where the database is, if there is one, and the names of folders left by interrupted creations
 * @throws FolderError if the folder contains anything else; system errors
 */
export async function readContents(folder: string): Promise<FolderContents> {
  const entries = await readdir(folder, { withFileTypes: true });
  const has = (name: string) => entries.some((entry) => entry.name === name);
  const leftovers: string[] = [];
  for (const entry of entries) if (await isAttempt(folder, entry)) leftovers.push(entry.name);

  if (has(DATA_FOLDER) && has(VERSION)) {
    throw foreign(
      folder,
      `contains two databases, one in ${DATA_FOLDER} and an older one next to it`,
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
    await assertEmbedded(folder);
    return { kind: 'database', data: folder, leftovers };
  }
  if (has(DATA_FOLDER)) {
    const data = join(folder, DATA_FOLDER);
    if (!(await isMarkedDatabase(data))) {
      throw foreign(folder, `contains "${DATA_FOLDER}", which this server did not create`, 'Move it away');
    }
    await assertEmbedded(data);
    return { kind: 'database', data, leftovers };
  }
  const others = entries.filter((entry) => !isOwn(entry, leftovers)).map(({ name }) => name);
  if (others.length > 0) throw foreign(folder, `contains ${list(others)}`, 'Move that away');
  return { kind: 'empty', leftovers };
}

/** The contents of MARKER. */
export const markerText = (what: 'creation' | 'database') =>
  `${JSON.stringify({ madeBy: 'Office Add-in server', what })}\n`;

function foreign(folder: string, problem: string, fix: string): FolderError {
  return new FolderError(
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
  // The file system creates lost+found in the root of a volume. lockFolder checks the contents of the lock.
  return entry.isFile()
    ? name === LOCK_FILE || LOCK_DRAFT.test(name)
    : entry.isDirectory() && name === 'lost+found';
}

/** The marker is written first: without it, the folder of a creation is empty. */
async function isAttempt(folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isDirectory() || !ATTEMPT.test(entry.name)) return false;
  const path = join(folder, entry.name);
  const isCreation = async () => (await isEmpty(path)) || (await isMarked(path, 'creation'));
  // Twice, because another process may finish a creation and remove the marker between the two checks.
  return (await isCreation()) || (await isCreation());
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
  const path = join(folder, MARKER);
  if (!(await isFile(path))) return false;
  const text = await readFile(path, 'utf8');
  // A crash can truncate the marker of a creation. A database's is complete before its folder gets its final name.
  return what === 'creation' ? markerText(what).startsWith(text) : text === markerText(what);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function assertEmbedded(data: string): Promise<void> {
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
