import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from 'office-addin-tools';
import { localhostCertificates } from 'office-addin-tools/testing';
import { CLIENT_ID } from '../../../tests/server/stubService.ts';

const START_MS = 30_000;
const STOP_MS = 10_000;

/** Memory of the server process in bytes, after a garbage collection. */
export interface Sample {
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
  /** Open TCP connections, including clients'. */
  readonly sockets: number;
  /** Since the last sample. */
  readonly eventLoopMs: { readonly p99: number; readonly max: number };
}

export interface TestedServer {
  readonly origin: string;
  readonly sample: () => Promise<Sample>;
  /** The first log lines of level error or fatal. */
  readonly errors: readonly string[];
  readonly running: () => boolean;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the server in a separate process, as in production. Settings name the test's Entra ID and Graph.
 * @throws Error with its output if it does not start
 */
export async function startTestedServer(settings: Record<string, string>): Promise<TestedServer> {
  const { caPath } = await localhostCertificates();
  const folder = await mkdtemp(join(tmpdir(), 'endurance-'));
  const url = (path: string) => pathToFileURL(join(ROOT, path)).href;
  const args = [
    '--expose-gc',
    ...['--import', pathToFileURL(join(import.meta.dirname, 'probe.mjs')).href],
    ...['--import', url('node_modules/tsx/dist/loader.mjs')],
    join(ROOT, 'src/server/main.ts'),
  ];
  const { PATH = '', HOME = '', TEMP = '', SystemRoot = '', USERPROFILE = '' } = process.env;
  const env = { PATH, HOME, TEMP, SystemRoot, USERPROFILE };
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...env, ...serverSettings, NODE_EXTRA_CA_CERTS: caPath, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const errors: string[] = [];
  let port: string | undefined;
  let rest = '';
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    port ??= /"port":(\d+)/.exec(lines.join('\n'))?.[1];
    for (const line of lines)
      if (/^\{"level":"(error|fatal)"/.test(line) && errors.length < 20) errors.push(line);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const begin = performance.now();
  while (port === undefined) {
    if (child.exitCode !== null) throw new Error(`The server has exited: ${printed}`);
    if (performance.now() - begin > START_MS) throw new Error(`The server did not start: ${printed}`);
    await new Promise((next) => setTimeout(next, 20));
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    errors,
    running: () => child.exitCode === null && child.signalCode === null,
    sample: () =>
      new Promise((settle, fail) => {
        if (!child.connected) {
          fail(new Error(`The server has exited: ${printed}`));
          return;
        }
        child.once('message', (message) => settle(message as Sample));
        child.send('sample');
      }),
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(force);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const serverSettings = {
  CLIENT_ID,
  CLIENT_SECRET: 'only-for-tests',
  ADDIN_ORIGIN: 'https://localhost:3000',
  TLS: 'off',
  PORT: '0',
  NODE_ENV: 'production',
  LOG_LEVEL: 'info',
};
