// @module-tag full
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { findHeadlessBrowser, localhostCertificates } from 'office-addin-tools/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installPackages, type Installed } from './support/installPackages.ts';

/** The packed package, installed outside this repository. */

const run = promisify(execFile);

let installed: Installed;
beforeAll(async () => {
  installed = await installPackages(
    ['office-addin-sandbox'],
    ['@microsoft/office-js', '@types/node', 'typescript'],
  );
}, 600_000);
afterAll(() => installed.remove());

it('contains the build and neither sources nor tests', () => {
  const [packed] = installed.packed;
  const paths = (packed?.files ?? []).map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/cli.js',
      'dist/index.d.ts',
      'dist/office/assets/host.js',
    ]),
  );
  expect(paths.filter((path) => /(?<!\.d)\.ts$|\.test\.|testing|esbuild/.test(path))).toEqual([]);
  expect(packed?.size).toBeLessThan(500_000);
});

it('has types that compile in a strict project', async () => {
  writeFileSync(
    join(installed.project, 'use.ts'),
    `import { startSandbox, type GraphCall, type NamedScenario, type ScenarioInput } from 'office-addin-sandbox';
import { startDryAzure } from 'office-addin-sandbox/azure';
const scenario: ScenarioInput = { obo: [{ aadsts: 50076 }] };
const graph: GraphCall[] = [{ path: '/x', permission: 'X.Read', answer: ({ user }) => user.mail }];
export const start = () => startSandbox({ port: 0, graph }).then((sandbox) => sandbox.setScenario(scenario));
export const title = ({ title }: NamedScenario) => title;
export const azure = startDryAzure;
// @ts-expect-error a scenario has no such member
export const wrong: ScenarioInput = { oboo: [] };
`,
  );
  const args = [
    '--noEmit',
    '--strict',
    '--module',
    'NodeNext',
    '--target',
    'ES2023',
    '--types',
    'node',
    'use.ts',
  ];
  await run(process.execPath, [join(installed.project, 'node_modules/typescript/bin/tsc'), ...args], {
    cwd: installed.project,
  });
});

it('hosts an add-in: office.js starts, and getAccessToken returns a token', async () => {
  const certificates = await localhostCertificates();
  const first = await threeFreePorts();
  const addin = await serveAddin(`https://localhost:${first}`, certificates);
  const { port } = addin.address() as { port: number };
  const cli = spawn(
    process.execPath,
    [
      join(installed.project, 'node_modules/office-addin-sandbox/dist/cli.js'),
      `https://localhost:${port}/pane.html`,
      '--port',
      String(first),
    ],
    { cwd: installed.project, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const browser = await chromium.launch({ executablePath: findHeadlessBrowser(), args: ['--no-sandbox'] });
  try {
    const output = await untilStarted(cli);
    expect(output).toContain(`AUTHORITY=https://localhost:${first + 1}/common`);
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(`https://localhost:${first}/?app=word`);
    const pane = page.getByTestId('pane-frame').contentFrame();
    await pane.locator('body[data-host="Word"]').waitFor({ state: 'attached' });
    const token = await pane.locator('body').evaluate(() => Office.auth.getAccessToken());
    const [, claims = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      name: 'Adele Vance',
      scp: 'access_as_user',
    });
  } finally {
    await browser.close();
    cli.kill();
    addin.closeAllConnections();
    addin.close();
  }
}, 120_000);

/** Returns the first of three consecutive free ports. */
async function threeFreePorts(from = 5600): Promise<number> {
  const free = await Promise.all([from, from + 1, from + 2].map(isFree));
  return free.every(Boolean) ? from : threeFreePorts(from + 3);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

/** Serves a page that only starts office.js, on a free port. */
async function serveAddin(office: string, tls: { cert: Buffer; key: Buffer }): Promise<Server> {
  const server = createServer(tls, (_request, response) => {
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Pane</title>
<script src="${office}/office-js/office.js"></script>
<body><script>Office.onReady(({ host }) => { document.body.dataset.host = host; });</script>`);
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return server;
}

/** Resolves with the output of the command once the sandbox is ready. Rejects if the command exits. */
function untilStarted(cli: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    cli.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('Ctrl+C')) resolve(output);
    });
    cli.once('exit', (code) => reject(new Error(`The command exited with ${String(code)}: ${output}`)));
  });
}
