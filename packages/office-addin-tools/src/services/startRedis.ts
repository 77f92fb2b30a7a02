import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../userError.ts';
import { freePort } from './freePort.ts';

const START_MS = 10_000;
const EVERY_MS = 20;

export interface LocalRedis {
  readonly port: number;
  /** Starts the stopped server again on the same port, empty. */
  readonly start: () => Promise<void>;
  /** Ends the server immediately, like a crash. */
  readonly kill: () => Promise<void>;
  /** Ends the server and deletes its folder. */
  readonly close: () => Promise<void>;
}

/** Paths of PEM files. */
export interface RedisTls {
  readonly cert: string;
  readonly key: string;
}

/**
 * Starts a Redis server on a free local port, with a temporary folder.
 * @param program see `findRedis`
 * @param settings as in redis.conf, such as { maxmemory: '1mb' }
 * @param tls makes the port accept TLS only
 */
export async function startRedis(
  program: string,
  settings: Readonly<Record<string, string>> = {},
  tls?: RedisTls,
): Promise<LocalRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let running: ChildProcess | undefined;
  const start = async () => {
    running = run(program, { ...portSettings(port, tls), dir: folder, ...settings });
    await untilListening(port, running);
  };
  const kill = async () => {
    const ended = running && hasEnded(running);
    running?.kill('SIGKILL');
    await ended;
    running = undefined;
  };
  // A crashed test exits without closing it.
  const onExit = () => void running?.kill('SIGKILL');
  process.once('exit', onExit);
  const close = async () => {
    process.off('exit', onExit);
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return { port, start, kill, close };
}

function portSettings(port: number, tls: RedisTls | undefined): Record<string, string> {
  if (!tls) return { port: String(port) };
  const files = { 'tls-cert-file': tls.cert, 'tls-key-file': tls.key };
  return { port: '0', 'tls-port': String(port), 'tls-auth-clients': 'no', ...files };
}

function run(program: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const all = { bind: '127.0.0.1', save: '', appendonly: 'no', ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  return spawn(program, args, { stdio: 'ignore' });
}

function hasEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  let ended = false;
  void hasEnded(child).then(() => (ended = true));
  while (!(await accepts(port))) {
    if (ended || Date.now() > end) throw new UserError(`redis-server did not start on port ${port}.`);
    await new Promise((done) => setTimeout(done, EVERY_MS));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}
