import { lstat, mkdir, mkdtemp, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ATTEMPT_PREFIX, DATA_FOLDER, MARKER, markerText, readContents } from './folderContents.ts';
import { explainSystemError, FolderError } from './folderError.ts';
import { lockFolder, type FolderLock } from './folderLock.ts';

/** The folder of an embedded database, locked by this process. */
export interface DatabaseFolder {
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
