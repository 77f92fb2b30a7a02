import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { findHeadlessBrowser, localhostCertificates } from 'office-addin-tools/testing';
import { FIRST_ADDIN_PORT, officePage, serveAddin, taskPaneManifest } from './addinServer.ts';

const CLIENT_ID = '7e57add1-0000-4000-8000-0000000000cc';

const manifestFor = (origin: string) =>
  taskPaneManifest(
    {
      id: '7e57add1-0000-4000-8000-0000000000cc',
      name: 'Fragile',
      description: 'Fails in many ways.',
      clientId: CLIENT_ID,
    },
    origin,
  );

/** Handles one error well, and each of the others badly in another way. */
const pages = () => ({
  '/pane.html': officePage(
    '<h1>Fragile</h1><button id="go">Sign in</button><output></output>',
    `const say = (text) => (document.querySelector('output').textContent = text);
    const token = () => Office.auth.getAccessToken();
    const reactions = {
      13005: () => say('Office has no permission. Ask your administrator.'),
      13002: () => undefined,
      13001: () => { throw new Error('nobody is signed in'); },
      13003: ({ reason }) => say('Failed: ' + reason),
      13006: () => (document.querySelector('output').innerHTML = '<progress aria-label="Loading"></progress>'),
      13007: async () => { for (let i = 0; i < 7; i++) await token().catch(() => undefined); say('Gave up.'); },
    };
    Office.onReady(() => {
      document.querySelector('#go').onclick = () =>
        token().then(() => say('Hello Adele'), (error) => reactions[error.code](error));
    });`,
  ),
});

test('check judges each scenario and writes both reports @full', async ({ playwright: _playwright }, {
  parallelIndex,
}) => {
  test.setTimeout(180_000);
  const addin = await serveAddin(FIRST_ADDIN_PORT + 60 + (parallelIndex % 10), manifestFor, pages);
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  try {
    const ids = ['ok', ...[13001, 13002, 13003, 13005, 13006, 13007].map((code) => `sso-${code}`)];
    const failed = (await check(addin.manifest, folder, '--only', ids.join(',')).catch(
      (error: unknown) => error,
    )) as { code: number; stdout: string };
    expect(failed.code, failed.stdout).toBe(1);
    expect(failed.stdout).toContain('Fragile in word: 2 passed, 5 failed');
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
      scenarios: { id: string; actions: string[]; findings: { rule: string }[] }[];
    };
    const rules = Object.fromEntries(
      report.scenarios.map(({ id, findings }) => [id, findings.map(({ rule }) => rule)]),
    );
    expect(rules).toEqual({
      ok: [],
      'sso-13001': ['errors', 'silent'],
      'sso-13002': ['silent'],
      'sso-13003': ['text'],
      'sso-13005': [],
      'sso-13006': ['waiting'],
      'sso-13007': ['tokenCalls'],
    });
    expect(report.scenarios.map(({ actions }) => actions)).toEqual(ids.map(() => ['clicked "Sign in"']));
    expect(readFileSync(join(folder, 'report.html'), 'utf8').match(/<img /gu)).toHaveLength(ids.length);
    const { stdout } = await check(addin.manifest, folder, '--only', 'sso-13005');
    expect(stdout).toContain('1 passed, 0 failed');
  } finally {
    rmSync(folder, { recursive: true });
    await addin.close();
  }
});

test('check exits with 2 and the reason if it cannot run @full', async ({ playwright: _playwright }, {
  parallelIndex,
}) => {
  const addin = await serveAddin(FIRST_ADDIN_PORT + 70 + (parallelIndex % 10), manifestFor, pages);
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  const reasons = [
    await check(addin.manifest, folder, '--app', 'excel').catch((error: unknown) => error),
    await check('no-manifest.xml', folder).catch((error: unknown) => error),
  ];
  await addin.close();
  expect(reasons).toMatchObject([
    { code: 2, stdout: expect.stringContaining('is for word, not for excel') as unknown },
    { code: 2, stderr: expect.stringContaining('There is no manifest no-manifest.xml') as unknown },
  ]);
  rmSync(folder, { recursive: true });
});

test('Ctrl+C ends the server, the browser and check, and writes the report so far @full', async ({
  playwright: _playwright,
}, { parallelIndex }) => {
  test.skip(process.platform === 'win32', 'Windows sends no SIGINT to a process.');
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const origin = `https://localhost:${FIRST_ADDIN_PORT + 90 + (parallelIndex % 10)}`;
  const manifest = join(folder, 'manifest.xml');
  writeFileSync(manifest, manifestFor(origin));
  const server = join(folder, 'server.mjs');
  writeFileSync(server, await serverProgram(origin));
  const running = spawn(
    process.execPath,
    checkArguments(manifest, folder, ['--only', 'ok,sso-hang,sso-13005'], server),
    {
      env: { ...environment(), TMPDIR: temporary },
      // A terminal sends SIGINT to the group.
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(running, 'exit');
  let output = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await expect.poll(() => output, { timeout: 60_000 }).toContain('passed       ok');
  const started = descendantsOf(running.pid!);
  expect(started.filter(({ command }) => command.includes('server.mjs'))).toHaveLength(1);
  expect(started.filter(({ command }) => command.includes('--headless')).length).toBeGreaterThan(0);
  process.kill(-running.pid!, 'SIGINT');
  expect(await ended, output).toEqual([130, null]);

  await expect.poll(() => started.filter(({ pid }) => isRunning(pid))).toEqual([]);
  await expect(fetch(origin)).rejects.toThrow('fetch failed');
  // The sources run with tsx, which keeps its cache.
  expect(readdirSync(temporary).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as object;
  expect(report).toMatchObject({
    summary: { passed: 1, failed: 0, notRun: 2 },
    notRun: ['sso-13005', 'sso-hang'],
  });
  expect(output).toContain('Not run: sso-13005, sso-hang');
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('The run stopped early.');
  rmSync(folder, { recursive: true });
});

/** Returns a program that serves the pane. */
async function serverProgram(origin: string): Promise<string> {
  const { cert, key } = await localhostCertificates();
  const options = JSON.stringify({ cert: String(cert), key: String(key) });
  const pane = JSON.stringify(pages()['/pane.html']);
  return `import { createServer } from 'node:https';
createServer(${options}, (request, response) => {
  response.setHeader('content-type', 'text/html').end(${pane});
}).listen(${new URL(origin).port}, '127.0.0.1');`;
}

interface Process {
  readonly pid: number;
  readonly command: string;
}

function descendantsOf(pid: number): Process[] {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const all = lines.flatMap((line) => {
    const [, own, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [];
    return own === undefined ? [] : [{ pid: Number(own), parent: Number(parent), command }];
  });
  const childrenOf = (id: number): Process[] =>
    all.filter(({ parent }) => parent === id).flatMap((child) => [child, ...childrenOf(child.pid)]);
  return childrenOf(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const environment = () => ({ ...process.env, OFFICE_ADDIN_SANDBOX_BROWSER: findHeadlessBrowser() });

function checkArguments(
  manifest: string,
  folder: string,
  args: readonly string[],
  server?: string,
): string[] {
  const root = dirname(createRequire(import.meta.url).resolve('office-addin-sandbox/package.json'));
  const port = FIRST_ADDIN_PORT + 80 + (test.info().parallelIndex % 5) * 3;
  return [
    join(root, 'bin/office-addin-sandbox.mjs'),
    ...['check', manifest, '--port', String(port), '--wait', '6'],
    ...['--json', join(folder, 'report.json'), '--html', join(folder, 'report.html')],
    ...args,
    ...(server === undefined ? [] : ['--', process.execPath, server]),
  ];
}

/** Runs the command. Rejects if its exit code isn't 0. */
async function check(manifest: string, folder: string, ...args: string[]): Promise<{ stdout: string }> {
  return promisify(execFile)(process.execPath, checkArguments(manifest, folder, args), {
    env: environment(),
  });
}
