import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

/** The process itself: what whoever starts it sees, and how it ends. */

const root = join(import.meta.dirname, '../..');
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
const settings = {
  CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000aa',
  CLIENT_SECRET: 'only-for-tests',
  AUTHORITY: 'https://127.0.0.1:9/common',
  TLS: 'off',
  PORT: '0',
};

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly out: () => string;
  readonly err: () => string;
}

let runs: ChildProcess[] = [];
afterEach(() => {
  for (const child of runs) child.kill('SIGKILL');
  runs = [];
});

function run(environment: Record<string, string>, folder = mkdtempSync(join(tmpdir(), 'main-'))): Run {
  const { PATH = '', HOME = '', TEMP = '', SystemRoot = '' } = process.env;
  const env = { PATH, HOME, TEMP, SystemRoot, ...environment };
  const child = spawn(process.execPath, ['--import', tsx, join(root, 'src/server/main.ts')], {
    cwd: folder,
    env,
  });
  runs.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, out: () => out, err: () => err };
}

describe('the process', () => {
  it('ends with every wrong setting named, and no stack', async () => {
    const { ended, err } = run({ ...settings, CLIENT_ID: '{CLIENT_ID}', PORT: 'x' });
    expect(await ended).toBe(1);
    expect(err()).toMatch(/^2 settings are wrong:\n {2}CLIENT_ID .*\n {2}PORT .*\n$/);
  });

  it('ends with the port named that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as AddressInfo;
    const { ended, err } = run({ ...settings, PORT: String(port) });
    expect(await ended).toBe(1);
    expect(err()).toMatch(new RegExp(`^Port ${port} is taken: [^\\n]+\\n$`));
    await new Promise((resolve) => other.close(resolve));
  });

  it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)(
    'reads .ENV of its folder, serves, and ends well on %s',
    async (signal) => {
      const folder = mkdtempSync(join(tmpdir(), 'main-'));
      const { CLIENT_SECRET, ...open } = settings;
      const lines = Object.entries(open).map(([name, value]) => `${name}=${value}`);
      writeFileSync(join(folder, '.ENV'), lines.join('\n'));
      writeFileSync(join(folder, '.ENV.local'), `CLIENT_SECRET=${CLIENT_SECRET}\n`);
      const { child, ended, out, err } = run({}, folder);
      await expect.poll(out, { timeout: 8_000 }).toContain('The server is ready.');
      const port = /"port":(\d+)/.exec(out())?.[1] ?? '';
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      child.kill(signal);
      expect(await ended).toBe(0);
      expect(err()).toBe('');
      expect(out()).not.toContain(CLIENT_SECRET);
    },
  );
});
