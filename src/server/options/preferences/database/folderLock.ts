import { randomUUID } from 'node:crypto';
import { link, lstat, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const LOCK_FILE = 'server.lock';
/** Interval at which the holder touches the lock. For a holder on another machine, it is the only sign of life. */
const HEARTBEAT_MS = 5_000;
/** Without a heartbeat for this long, the holder counts as dead. */
const STALE_MS = 30_000;
/** If several processes take over the same lock, the last one wins. After this time, all have tried. */
const SETTLE_MS = 250;

/** Another process uses the folder. Two processes in one folder would destroy its database. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  /** For the log, like system error codes. */
  readonly code = 'DATABASE_DIR_IN_USE';

  constructor(folder: string, holder: string) {
    super(
      `The embedded database in ${folder} is in use by ${holder}; only one process can use it. For several instances, ` +
        'set DATABASE_URL to a PostgreSQL server, or set a separate DATABASE_DIR for each.',
    );
  }
}

/** Tokens of the locks that this process holds. */
const held = new Set<string>();

export interface FolderLock {
  readonly release: () => Promise<void>;
}

interface Holder {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
}

/**
 * Locks the folder for this process. Takes over the lock of a dead process: immediately if it ran on this machine, after
 * `STALE_MS` without a heartbeat if it ran on another one (containers that share a volume).
 * @param onLost called if another process has taken over the lock; do not write to the folder after that
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string, onLost: () => void): Promise<FolderLock> {
  const file = join(folder, LOCK_FILE);
  const own: Holder = { token: randomUUID(), host: hostname(), pid: process.pid };
  await acquire(folder, file, own);
  held.add(own.token);
  const timer = setInterval(() => void heartbeat(file, own).then((held) => held || lose()), HEARTBEAT_MS);
  timer.unref();
  function lose(): void {
    clearInterval(timer);
    held.delete(own.token);
    onLost();
  }
  return {
    async release() {
      clearInterval(timer);
      held.delete(own.token);
      if ((await holderOf(file))?.token === own.token) await rm(file, { force: true });
    },
  };
}

/** Atomic: other processes see a complete lock or none. */
async function acquire(folder: string, file: string, own: Holder): Promise<void> {
  const draft = `${file}.${own.token}`;
  await writeSynced(draft, JSON.stringify(own));
  try {
    if (await linkLock(draft, file)) return;
    await assertStale(folder, file);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await pause(SETTLE_MS);
  const holder = await holderOf(file);
  if (holder?.token !== own.token) throw new FolderInUseError(folder, nameOf(holder));
}

/** @returns false if the file already exists */
async function linkLock(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // FAT and some network drives have no hard links. There, a crash can leave an empty lock.
    return await writeLock(file, await readFile(draft, 'utf8'));
  }
}

async function writeLock(file: string, text: string): Promise<boolean> {
  try {
    await writeSynced(file, text);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Flushes the file to disk, so that a power failure does not leave an empty lock. */
async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws FolderInUseError; FolderError if the file is not a lock of this server, which must not be replaced */
async function assertStale(folder: string, file: string): Promise<void> {
  const facts = await lstat(file);
  const holder = facts.isFile() ? await holderOf(file) : undefined;
  // Version 0.1 could leave an empty file, which is safe to replace.
  if (facts.isFile() && facts.size === 0 && Date.now() - facts.mtimeMs > STALE_MS) return;
  if (!holder) throw notALock(folder, file);
  const local = holder.host === hostname();
  // A lock with this process's own id belongs to a predecessor: in containers, the first process always has the same id.
  const alive = local
    ? held.has(holder.token) || (holder.pid !== process.pid && isAlive(holder.pid))
    : Date.now() - (await lastHeartbeat(file)) < STALE_MS;
  if (alive) throw new FolderInUseError(folder, nameOf(holder));
}

function notALock(folder: string, file: string): FolderError {
  return new FolderError(
    'DATABASE_DIR_FOREIGN',
    `${file} is not a lock of this server, so it is not replaced, and no database is opened or created in ${folder}. ` +
      'If no server is running, move the file away. Otherwise set DATABASE_DIR to another folder.',
  );
}

/** Touches the lock. @returns false if another process has taken it over */
async function heartbeat(file: string, own: Holder): Promise<boolean> {
  try {
    if ((await holderOf(file))?.token !== own.token) return false;
    const now = new Date();
    await utimes(file, now, now);
    return true;
  } catch (error) {
    // A folder that is briefly unreadable (a network drive) does not mean that the lock is lost.
    return codeOf(error) !== 'ENOENT';
  }
}

async function holderOf(file: string): Promise<Holder | undefined> {
  try {
    const { token, host, pid } = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>;
    return typeof token === 'string' && typeof host === 'string' && typeof pid === 'number'
      ? { token, host, pid }
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function lastHeartbeat(file: string): Promise<number> {
  return (await stat(file)).mtimeMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process is alive and belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}

function nameOf(holder: Holder | undefined): string {
  return holder ? `process ${holder.pid} of ${holder.host}` : 'another process';
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}

/** DATABASE_DIR cannot be used. The message names the folder and the fix, and is safe to log. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
  /** For the log: DATABASE_DIR_FOREIGN, DATABASE_DIR_BROKEN, or a system error code such as EACCES. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Converts a file system error to a FolderError. Returns any other error unchanged. */
export function explainSystemError(folder: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || syscall === undefined) return error;
  return new FolderError(
    code,
    `The folder ${folder} cannot be used for the embedded database: ${REASONS[code] ?? code}. ` +
      'Set DATABASE_DIR to a folder that this account can create and write, or set DATABASE_URL.',
    { cause: error },
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied (EACCES)',
  EPERM: 'operation not permitted (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  ENOSPC: 'the disk is full (ENOSPC)',
  EDQUOT: 'the disk quota is exceeded (EDQUOT)',
  EEXIST: 'a file or a broken link has that name (EEXIST)',
  ENOTDIR: 'it, or a part of its path, is a file (ENOTDIR)',
  ENOENT: 'it does not exist and cannot be created (ENOENT)',
  ELOOP: 'its symbolic links form a loop (ELOOP)',
  ENAMETOOLONG: 'its path is too long (ENAMETOOLONG)',
};
