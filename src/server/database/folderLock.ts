import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

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
  const beat = setInterval(() => void show(file, own).then((held) => held || lose()), BEAT);
  beat.unref();
  function lose(): void {
    clearInterval(beat);
    onLost();
  }
  return {
    async release() {
      clearInterval(beat);
      if ((await holderOf(file))?.token === own.token) await rm(file, { force: true });
    },
  };
}

async function take(folder: string, file: string, own: Holder): Promise<void> {
  const text = JSON.stringify(own);
  try {
    await writeFile(file, text, { flag: 'wx' });
    return;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  await mustBeStale(folder, file);
  // In one step, so that nobody finds no lock in between, and never half of one.
  const next = `${file}.${own.token}`;
  await writeFile(next, text);
  await rename(next, file);
  await pause(SETTLE);
  const holder = await holderOf(file);
  if (holder?.token !== own.token) throw new FolderInUse(folder, nameOf(holder));
}

async function mustBeStale(folder: string, file: string): Promise<void> {
  const holder = await holderOf(file);
  if (!holder) return;
  const local = holder.host === hostname();
  // Its own number is that of a predecessor: in a container every first process has the same one.
  const alive = local
    ? holder.pid !== process.pid && isAlive(holder.pid)
    : Date.now() - (await lastSign(file)) < SILENCE;
  if (alive) throw new FolderInUse(folder, nameOf(holder));
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
