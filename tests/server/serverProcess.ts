import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';

/** Runs the server as a process, to test startup, output and exit. */

const root = join(import.meta.dirname, '../..');
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;

export interface ServerProcess {
  readonly child: ChildProcess;
  /** Exit code. */
  readonly ended: Promise<number | null>;
  readonly out: () => string;
  readonly err: () => string;
  /** Waits until the server is ready. @returns its port */
  port(): Promise<number>;
}

/** Settings of a server that needs no other service. */
export const processSettings = {
  CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000aa',
  CLIENT_SECRET: 'only-for-tests',
  AUTHORITY: 'https://127.0.0.1:9/common',
  TLS: 'off',
  PORT: '0',
};

let running: ChildProcess[] = [];

/** Kills all server processes. Call it in `afterEach`. */
export function killServerProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
  running = [];
}

/** @param before source text of a module that runs first */
export function startServerProcess(
  environment: Record<string, string>,
  { folder = mkdtempSync(join(tmpdir(), 'main-')), before }: { folder?: string; before?: string } = {},
): ServerProcess {
  const { PATH = '', HOME = '', TEMP = '', SystemRoot = '' } = process.env;
  const env = { PATH, HOME, TEMP, SystemRoot, ...environment };
  const first =
    before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`];
  const main = join(root, 'src/server/main.ts');
  const child = spawn(process.execPath, ['--import', tsx, ...first, main], { cwd: folder, env });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const port = async () => {
    await expect.poll(() => out + err, { timeout: 25_000 }).toContain('The server is ready.');
    return Number(/"port":(\d+)/.exec(out)?.[1]);
  };
  return { child, ended, out: () => out, err: () => err, port };
}
