import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SITE } from 'office-addin-tools';
import { localhostCertificates, freePort } from 'office-addin-tools/testing';
import { allUsers } from 'office-addin-sandbox';
import { defaultPreferences } from '../src/contract/api.ts';
import { CLIENT_ID, createSigningPair, goodClaims, sign, startStubService } from './server/stubService.ts';
import { hasOption } from './support/scenarios.ts';

/** The deployed build on its own: in an otherwise empty, read-only folder, as on App Service. */

test.skip(process.platform === 'win32', 'App Service on Linux starts it with a shell script.');

let origin: string;

test('the build runs without other files, stores preferences in another folder, and drains on SIGTERM @full', async () => {
  // Creating a database takes seconds, or a minute on a busy machine.
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'deployed-'));
  const data = await mkdtemp(join(tmpdir(), 'deployed-data-'));
  const pair = await createSigningPair('key');
  const entra = await startStubService(({ method }) => ({
    json:
      method === 'POST'
        ? { token_type: 'Bearer', expires_in: 3600, access_token: 'graph' }
        : { keys: [pair.jwk] },
  }));
  const graph = await startStubService(() => ({ json: { displayName: 'Somebody' } }));
  let server: ChildProcess | undefined;
  try {
    await copyDeployed(folder);
    server = await start(folder, {
      AUTHORITY: `${entra.origin}/common`,
      GRAPH_ENDPOINT: graph.origin,
      DATABASE_DIR: join(data, 'preferences'),
    });
    const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
    const me = await fetch(`${origin}/api/me`, {
      headers: { authorization, 'x-forwarded-for': '203.0.113.7:61598' },
    });
    expect([me.status, await me.json()]).toMatchObject([200, { displayName: 'Somebody' }]);
    expect(me.headers.get('strict-transport-security')).toContain('max-age');
    const pane = await fetch(`${origin}/taskpane.html`);
    expect([pane.status, pane.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    if (hasOption('preferences')) await expectSavedPreferences(authorization);
    for (const name of [
      'server.js',
      'server.js.map',
      'package.json',
      'start.sh',
      'assets/../server.js',
      '.ENV',
    ]) {
      expect((await fetch(`${origin}/${name}`)).status).toBe(404);
    }
    const ended = new Promise((done) => server?.once('exit', (code) => done(code)));
    const number = isolated ? 'process 1' : 'a separate process: not root on Linux';
    test.info().annotations.push({ type: 'SIGTERM went to', description: number });
    process.kill(await firstProcess(server), 'SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    server?.kill('SIGKILL');
    await Promise.all([entra.close(), graph.close()]);
    await chmod(folder, 0o755);
    await Promise.all([folder, data].map((one) => rm(one, { recursive: true, force: true })));
  }
});

test('the deployment contains nothing from the sandbox and the tests', async () => {
  const personal = allUsers.flatMap(({ oid, mail }) => [oid, mail]);
  const markers = ['__sandbox', CLIENT_ID, ...personal];
  const entries = await readdir(SITE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(?:js|html|css|json|map)$/u.test(entry.name));
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['server.js', 'taskpane.html']));
  for (const { name, parentPath } of files) {
    const text = await readFile(join(parentPath, name), 'utf8');
    expect(
      markers.filter((marker) => text.includes(marker)),
      name,
    ).toEqual([]);
  }
});

async function expectSavedPreferences(authorization: string): Promise<void> {
  const wanted = { ...defaultPreferences, pageSize: 50 };
  const headers = { authorization, 'content-type': 'application/json' };
  const save = () =>
    fetch(`${origin}/api/preferences`, { method: 'PUT', headers, body: JSON.stringify(wanted) });
  // The first request creates the database. If that exceeds the request time limit, the response is 503 with Retry-After.
  await expect.poll(async () => (await save()).status, { timeout: 120_000 }).toBe(200);
  expect(await (await save()).json()).toEqual(wanted);
}

/** Copies the files as App Service unpacks them. */
async function copyDeployed(folder: string): Promise<void> {
  await cp(SITE, folder, { recursive: true });
  await writeFile(join(folder, 'start.sh'), startScript(folder));
  await chmod(folder, 0o555);
}

/** The script that App Service generates from a startup command. Without exec, SIGTERM would go only to the shell. */
const startScript = (folder: string) =>
  `#!/bin/sh\n\ncd "${folder}"\nif [ -z "$PORT" ]; then\n  export PORT=8080\nfi\n\nPATH="$PATH:${folder}" exec node server.js\n`;

/** On Linux as root: runs as process 1, like in a container. Process 1 gets only signals that it handles. */
const CONTAINER = ['--pid', '--fork', '--kill-child'];
const isolated =
  process.platform === 'linux' &&
  spawnSync('unshare', [...CONTAINER, 'true'], { timeout: 10_000 }).status === 0;

/** Returns the process id, outside the namespace, of its process 1. */
async function firstProcess({ pid = 0 }: ChildProcess): Promise<number> {
  return isolated ? Number(await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')) : pid;
}

async function start(cwd: string, settings: Record<string, string>): Promise<ChildProcess> {
  const { caPath } = await localhostCertificates();
  const { PATH } = process.env;
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const fixed = { CLIENT_ID, CLIENT_SECRET: 'only-for-tests', ADDIN_ORIGIN: 'https://addin.contoso.example' };
  const env = { PATH, NODE_EXTRA_CA_CERTS: caPath, NODE_ENV: 'production', TLS: 'off', PORT: String(port) };
  const all = { ...env, ...fixed, ...settings };
  const container = isolated ? ['unshare', ...CONTAINER] : [];
  const [program = 'sh', ...rest] = [...container, 'sh', 'start.sh'];
  const server = spawn(program, rest, { cwd, env: all, stdio: 'pipe' });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  await expect
    .poll(
      () =>
        said.includes('"The server is ready."')
          ? 'ready'
          : server.exitCode === null
            ? said
            : `ended: ${said}`,
      { timeout: 60_000 },
    )
    .toBe('ready');
  return server;
}
