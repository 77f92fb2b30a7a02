import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../userError.ts';
import { freePort } from './freePort.ts';

const START_MS = 20_000;
const EVERY_MS = 50;

export interface LocalPostgres {
  /** Of an empty database. */
  readonly url: string;
  /** Starts it again, with the data that it had. It must have been stopped. */
  readonly start: () => Promise<void>;
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Ends it, and takes its data away. */
  readonly close: () => Promise<void>;
}

/**
 * A PostgreSQL of one's own on a free port of this machine, with its data in a folder of its own.
 * @param binaries folder of `postgres` and `initdb`: see `findPostgres`
 * @param password then every user needs a password, and the one in `url` has this one; without it nobody does
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
    // Its children see that it has gone and end, too; the port is free when they have.
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

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
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
  // Its end may come as an event, too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    // Not yet; `untilAnswering` ends by itself.
    return false;
  }
}
