import { existsSync, type Dirent } from 'node:fs';
import {
  lstat,
  mkdir,
  mkdtemp,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
  readdir,
  readFile,
} from 'node:fs/promises';
import { join, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseSettings } from './database.ts';
import { explainSystemError, FolderError, lockFolder, LOCK_FILE, type FolderLock } from './folderLock.ts';

/** The folder of an embedded database, locked by this process. */
interface DatabaseFolder {
  /** Path of the PostgreSQL data directory. */
  readonly data: string;
  /** Paths of folders left by interrupted creations. They are never removed automatically. */
  readonly leftovers: readonly string[];
  readonly lock: FolderLock;
}

/**
 * Locks the folder, and creates the database if there is none. Never deletes or overwrites anything: a new database is
 * created in a folder with a new name, and renamed when it is complete.
 * @param create writes a database into an empty folder and closes it
 * @param onLost see `lockFolder`
 * @throws FolderError, FolderInUseError, or what `create` throws
 */
export async function takeDatabaseFolder(
  wanted: string,
  create: (data: string) => Promise<void>,
  onLost: () => void,
): Promise<DatabaseFolder> {
  let lock: FolderLock | undefined;
  try {
    await mkdir(wanted, { recursive: true });
    // DATABASE_DIR may be a symbolic link. Resolve it once, so that a later change of the link has no effect.
    const folder = await realpath(wanted);
    // Check before locking: never write anything, not even a lock, into a folder that is not ours.
    await readContents(folder);
    lock = await lockFolder(folder, onLost);
    const contents = await readContents(folder);
    const leftovers = contents.leftovers.map((name) => join(folder, name));
    const data = contents.kind === 'database' ? contents.data : await createIn(folder, create);
    return { data, leftovers, lock };
  } catch (error) {
    await lock?.release();
    throw explainSystemError(wanted, error);
  }
}

async function createIn(folder: string, create: (data: string) => Promise<void>): Promise<string> {
  const attempt = await mkdtemp(join(folder, ATTEMPT_PREFIX));
  const [mark, unfinished, data] = [
    join(attempt, MARKER),
    join(attempt, DATA_FOLDER),
    join(folder, DATA_FOLDER),
  ];
  try {
    await writeFile(mark, markerText('creation'), { flag: 'wx' });
    // PGlite creates world-writable files.
    await mkdir(unfinished, { mode: 0o700 });
    await create(unfinished);
    await writeFile(join(unfinished, MARKER), markerText('database'), { flag: 'wx' });
    await moveTo(unfinished, data);
  } catch (error) {
    // Remove the folder that this attempt created: on a full disk, each attempt would take more space.
    await rm(attempt, { recursive: true, force: true });
    throw error;
  }
  await rm(mark, { force: true });
  // Fails, as it should, if the folder is not empty.
  await rmdir(attempt).catch(() => undefined);
  return data;
}

/** Renames a folder. The target must not exist: POSIX would replace an empty folder, Windows rejects any. */
async function moveTo(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    if (await exists(to)) {
      throw new FolderError('DATABASE_DIR_FOREIGN', `${to} appeared while the database was being created.`);
    }
    try {
      await rename(from, to);
      return;
    } catch (error) {
      // On Windows, a virus scanner keeps new files open for a moment.
      const { code = '' } = error as NodeJS.ErrnoException;
      const transient = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
      if (!transient || tries === 10) throw error;
      await pause(200);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/*
 * Contents of DATABASE_DIR:
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

type FolderContents =
  | { readonly kind: 'empty'; readonly leftovers: readonly string[] }
  | { readonly kind: 'database'; readonly data: string; readonly leftovers: readonly string[] };

/**
 * Checks what DATABASE_DIR contains, and whether this server may use it. Writes nothing.
 * @param folder must exist
 * @returns where the database is, if there is one, and the names of folders left by interrupted creations
 * @throws FolderError if the folder contains anything else; system errors
 */
async function readContents(folder: string): Promise<FolderContents> {
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

/**
 * Finds reasons why the embedded database cannot use DATABASE_DIR, for `npm run doctor`. Only a real write shows whether a
 * folder is writable, so it creates a folder there and removes it immediately.
 */
export async function findFolderFaults(
  database: DatabaseSettings,
): Promise<readonly { where: string; problem: string }[]> {
  if (database.kind !== 'embedded') return [];
  const { folder } = database;
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    if (nearest === folder) await readContents(await realpath(folder));
    await rmdir(await mkdtemp(join(nearest, 'doctor-')));
    return [];
  } catch (error) {
    const explained = explainSystemError(folder, error);
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const problem =
      explained instanceof FolderError
        ? explained.message
        : `The folder ${folder} cannot be used for the embedded database (${code}).`;
    return [{ where: 'DATABASE_DIR', problem }];
  }
}
