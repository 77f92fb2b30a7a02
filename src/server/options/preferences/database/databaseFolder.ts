import { lstat, mkdir, mkdtemp, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ATTEMPT_PREFIX, DATA, MARK, markText, readContents } from './folderContents.ts';
import { explainSystemError, FolderFault } from './folderFault.ts';
import { lockFolder, type FolderLock } from './folderLock.ts';

/** The folder of an embedded database, taken for this process. */
export interface DatabaseFolder {
  /** Path of the PostgreSQL data directory. */
  readonly data: string;
  /** Paths of folders that interrupted creations have left. Nothing removes them. */
  readonly leftovers: readonly string[];
  readonly lock: FolderLock;
}

/**
 * Takes the folder and creates the database if there is none yet. Nothing that exists is deleted or overwritten: a new
 * database is created in a folder with a new name, and renamed when it is complete.
 * @param create writes a database into an empty folder and closes it
 * @param onLost see `lockFolder`
 * @throws FolderFault, FolderInUse, or what `create` throws
 */
export async function takeDatabaseFolder(
  wanted: string,
  create: (data: string) => Promise<void>,
  onLost: () => void,
): Promise<DatabaseFolder> {
  let lock: FolderLock | undefined;
  try {
    await mkdir(wanted, { recursive: true });
    // DATABASE_DIR may be a link to a folder; from here on nobody can turn it to another one.
    const folder = await realpath(wanted);
    // Before the lock, because not even a lock is written into a folder that is not ours.
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
  const [mark, unfinished, data] = [join(attempt, MARK), join(attempt, DATA), join(folder, DATA)];
  try {
    await writeFile(mark, markText('creation'), { flag: 'wx' });
    // PGlite makes files that everybody may write.
    await mkdir(unfinished, { mode: 0o700 });
    await create(unfinished);
    await writeFile(join(unfinished, MARK), markText('database'), { flag: 'wx' });
    await moveTo(unfinished, data);
  } catch (error) {
    // This attempt made the folder: a full disk must not get fuller with every attempt.
    await rm(attempt, { recursive: true, force: true });
    throw error;
  }
  await rm(mark, { force: true });
  // Fails, as it should, if somebody has put something into the folder.
  await rmdir(attempt).catch(() => undefined);
  return data;
}

/** Renames a folder. The target must not exist: POSIX would replace an empty folder, Windows refuses any. */
async function moveTo(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    if (await exists(to)) {
      throw new FolderFault('DATABASE_DIR_FOREIGN', `${to} appeared while the database was being created.`);
    }
    try {
      await rename(from, to);
      return;
    } catch (error) {
      // On Windows a virus scanner holds new files open for a moment.
      const { code = '' } = error as NodeJS.ErrnoException;
      const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
      if (!passing || tries === 10) throw error;
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
