import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../userError.ts';
import { freePort } from './freePort.ts';

const START_MS = 20_000;
const EVERY_MS = 50;

export interface LocalPostgres {
  /** URL of an empty database. */
  readonly url: string;
  /** Starts the stopped server again, with its data. */
  readonly start: () => Promise<void>;
  /** Ends the server immediately, like a crash. */
  readonly kill: () => Promise<void>;
  /** Ends the server and deletes its data. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a PostgreSQL server on a free local port, with its data in a temporary folder.
 * @param binaries folder of `postgres` and `initdb`: see `findPostgres`
 * @param password of the user in `url`; without it, no user needs a password
 */
export async function startPostgres(binaries: string, password?: string): Promise<LocalPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const user = password === undefined ? 'tester' : `tester:${encodeURIComponent(password)}`;
  const url = `postgres://${user}@127.0.0.1:${port}/postgres`;
  const as = unprivileged();
  let running: ChildProcess | undefined;
  const start = async () => {
    const settings = { listen_addresses: '127.0.0.1', fsync: 'off', unix_socket_directories: '' };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    running = spawn(join(binaries, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), ...flags], {
      cwd: folder,
      stdio: 'ignore',
      ...as,
    });
    await untilAnswering(url, running);
  };
  const kill = async () => {
    // Child processes notice that the server has gone and exit too. Then the port is free.
    running?.kill('SIGQUIT');
    if (running && running.exitCode === null) await new Promise((done) => running?.once('exit', done));
    running = undefined;
  };
  const close = async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await chmod(folder, 0o777);
    execFileSync(
      join(binaries, 'initdb'),
      [
        '-D',
        join(folder, 'data'),
        '-U',
        'tester',
        ...(await authentication(folder, password)),
        '-E',
        'UTF8',
        '--no-sync',
      ],
      { cwd: folder, stdio: 'ignore', ...as },
    );
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return { url, start, kill, close };
}

async function authentication(folder: string, password: string | undefined): Promise<string[]> {
  if (password === undefined) return ['-A', 'trust'];
  const file = join(folder, 'password');
  await writeFile(file, password);
  return ['-A', 'scram-sha-256', '--pwfile', file];
}

/** PostgreSQL refuses to run as root. Debian's package creates a user for it. */
function unprivileged(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > end) throw new UserError('PostgreSQL did not start.');
    await new Promise((done) => setTimeout(done, EVERY_MS));
  }
}

async function answers(url: string): Promise<boolean> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  // A lost connection may also arrive as an event.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    // Not ready yet. `untilAnswering` has a time limit.
    return false;
  }
}
