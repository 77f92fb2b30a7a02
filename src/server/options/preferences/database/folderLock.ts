import { randomUUID } from 'node:crypto';
import { link, lstat, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FolderFault } from './folderFault.ts';

export const LOCK_FILE = 'server.lock';
/** Milliseconds. The holder shows so often that it lives; on another machine that is all that can be seen of it. */
const BEAT = 5_000;
/** So long without a sign means that it has died. */
const SILENCE = 30_000;
/** Of several that take over the same lock the last one has it; by then all have tried. */
const SETTLE = 250;

/** Two processes in one folder destroy the database in it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  /** For the log, where it stands beside codes of the system. */
  readonly code = 'DATABASE_DIR_IN_USE';

  constructor(folder: string, holder: string) {
    super(
      `The embedded database in ${folder} is in use by ${holder}. One process at a time: for several instances ` +
        'set DATABASE_URL to a PostgreSQL server, or give this one a DATABASE_DIR of its own.',
    );
  }
}

/** Tokens of the locks that this process has. */
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
 * Takes the folder for this process. The lock of a process that has died is taken over: at once when it was one of this
 * machine, after a time of silence when it was another's (containers that share a volume).
 * @param onLost the lock has another holder although this one lives; nothing may be written from now on
 * @throws FolderInUse
 */
export async function lockFolder(folder: string, onLost: () => void): Promise<FolderLock> {
  const file = join(folder, LOCK_FILE);
  const own: Holder = { token: randomUUID(), host: hostname(), pid: process.pid };
  await take(folder, file, own);
  held.add(own.token);
  const beat = setInterval(() => void show(file, own).then((held) => held || lose()), BEAT);
  beat.unref();
  function lose(): void {
    clearInterval(beat);
    held.delete(own.token);
    onLost();
  }
  return {
    async release() {
      clearInterval(beat);
      held.delete(own.token);
      if ((await holderOf(file))?.token === own.token) await rm(file, { force: true });
    },
  };
}

/** Atomic: other processes see a complete lock or none. */
async function take(folder: string, file: string, own: Holder): Promise<void> {
  const draft = `${file}.${own.token}`;
  await writeSynced(draft, JSON.stringify(own));
  try {
    if (await placed(draft, file)) return;
    await mustBeStale(folder, file);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  await pause(SETTLE);
  const holder = await holderOf(file);
  if (holder?.token !== own.token) throw new FolderInUse(folder, nameOf(holder));
}

/** @returns false where there is something of that name already */
async function placed(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // FAT and some network drives have no hard links; there a crash can leave an empty lock.
    return await written(file, await readFile(draft, 'utf8'));
  }
}

async function written(file: string, text: string): Promise<boolean> {
  try {
    await writeSynced(file, text);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** On the disk before anybody relies on it: a power failure would leave an empty lock. */
async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws FolderInUse; FolderFault when the file is not a lock of this server: it is not ours to replace */
async function mustBeStale(folder: string, file: string): Promise<void> {
  const facts = await lstat(file);
  const holder = facts.isFile() ? await holderOf(file) : undefined;
  // Nothing is lost with an empty file; version 0.1 could leave one.
  if (facts.isFile() && facts.size === 0 && Date.now() - facts.mtimeMs > SILENCE) return;
  if (!holder) throw notALock(folder, file);
  const local = holder.host === hostname();
  // Its own number is that of a predecessor: in a container every first process has the same one.
  const alive = local
    ? held.has(holder.token) || (holder.pid !== process.pid && isAlive(holder.pid))
    : Date.now() - (await lastSign(file)) < SILENCE;
  if (alive) throw new FolderInUse(folder, nameOf(holder));
}

function notALock(folder: string, file: string): FolderFault {
  return new FolderFault(
    'DATABASE_DIR_FOREIGN',
    `${file} is not a lock of this server, so it is not replaced, and no database is opened or created in ${folder}. ` +
      'Move the file away when no server is running, or set DATABASE_DIR to another folder.',
  );
}

/** @returns whether the lock is still this one's */
async function show(file: string, own: Holder): Promise<boolean> {
  try {
    if ((await holderOf(file))?.token !== own.token) return false;
    const now = new Date();
    await utimes(file, now, now);
    return true;
  } catch (error) {
    // A folder that cannot be read for a moment (a network drive) is no other holder.
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

async function lastSign(file: string): Promise<number> {
  return (await stat(file)).mtimeMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

function nameOf(holder: Holder | undefined): string {
  return holder ? `process ${holder.pid} of ${holder.host}` : 'another process';
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
