import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Two processes in one folder destroy the database in it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  /** For the log, where it stands beside codes of the system. */
  readonly code = 'DATABASE_DIR_IN_USE';

  constructor(folder: string, pid: number) {
    super(
      `The embedded database in ${folder} is in use by process ${pid}. One process at a time: for several instances ` +
        'set DATABASE_URL to a PostgreSQL server, or give this one a DATABASE_DIR of its own.',
    );
  }
}

/**
 * Takes the folder for this process. The lock of a process that has died is taken over.
 * @returns gives it back
 * @throws FolderInUse
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'server.pid');
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(file);
    // Its own number is that of a predecessor: in a container every first process has the same one.
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
      throw new FolderInUse(folder, holder);
    }
    await rm(file, { force: true });
  }
}

async function holderOf(file: string): Promise<number | undefined> {
  try {
    const pid = Number(await readFile(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
