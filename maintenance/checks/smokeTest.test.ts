import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSmokeTest as main, smokeTest, type SmokeOptions } from 'office-addin-tools/testing';
import { startTestServer, type TestServer } from '../../tests/server/testServer.ts';

/** Runs the smoke test against the real server, intact and with one part broken. */

const SCRIPT = '/assets/taskpane.0123456789abcdef.js';
let site: string;
let server: TestServer;
const settings = () => ({ PUBLIC_DIR: join(site, 'public'), NODE_ENV: 'production' });
beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(site, 'public/assets'), { recursive: true });
  const page = `<script src="${SCRIPT}"></script>`;
  for (const name of ['taskpane.html', 'dialog.html', 'bridge.html'])
    writeFileSync(join(site, 'public', name), page);
  writeFileSync(join(site, `public${SCRIPT}`), 'pane');
  server = await startTestServer({ settings: settings() });
});
afterAll(async () => {
  await server.close();
  rmSync(site, { recursive: true });
});

const said: string[] = [];
const run = (changes: Partial<SmokeOptions> = {}) =>
  smokeTest({ origin: server.origin, site, readyMs: 60_000, print: (line) => said.push(line), ...changes });

/** Answers one path, and forwards all others to the server. */
const changed =
  (path: string, answer: () => Response | Promise<Response>): typeof fetch =>
  (input, init) =>
    input === server.origin + path ? Promise.resolve(answer()) : fetch(input, init);

it('finds no problem in a working server', async () => {
  expect(await run()).toEqual([]);
});

it('runs as a command', async () => {
  await main(['--origin', server.origin, '--site', site, '--seconds', '10']);
  await expect(main(['--origin', `${server.origin}/taskpane.html`])).rejects.toThrow(/without a path/);
  await expect(main(['--origin', server.origin, '--seconds', 'long'])).rejects.toThrow(/number of seconds/);
  await expect(main(['--url', server.origin])).rejects.toThrow(/--origin/);
});

it('waits until the server is ready', async () => {
  let asked = 0;
  const notYet = changed('/readyz', () => new Response('', { status: (asked += 1) < 4 ? 503 : 200 }));
  expect(await run({ fetch: notYet, wait: () => Promise.resolve(), now: () => 0 })).toEqual([]);
  expect(asked).toBe(4);
});

it('gives up on a server that never becomes ready, and reports the reason', async () => {
  let time = 0;
  const waits = { now: () => time, wait: (ms: number) => Promise.resolve((time += ms)) };
  const never = changed('/readyz', () => new Response('', { status: 503 }));
  expect(await run({ ...waits, fetch: never })).toEqual(['/readyz was not ready within 60 s: status 503']);
  expect(time).toBeLessThanOrEqual(60_000);
  expect(await run({ ...waits, origin: 'http://127.0.0.1:9' })).toEqual([
    expect.stringMatching(/no answer \(\S/),
  ]);
});

it('treats a draining server as not ready', async () => {
  const draining = await startTestServer({ settings: settings() });
  await draining.app.lifecycle.drain(0, 0);
  expect(await run({ origin: draining.origin, readyMs: 0 })).toEqual([expect.stringMatching(/status 503/)]);
  await draining.close();
});

it.each([
  ['a missing script', SCRIPT, () => new Response('', { status: 404 }), /assets\/taskpane.* status 404/],
  ['a page of another build', '/taskpane.html', () => pageWith('/assets/old.js'), /another build/],
  ['a page without its headers', '/taskpane.html', () => pageWith(SCRIPT), /no content-security-policy/],
  ['a page without scripts', '/taskpane.html', () => new Response('soon here'), /names no scripts/],
  ['code that is served', '/server.js', () => new Response('code'), /server\.js answers status 200/],
  ['a failing API', '/api/me', () => new Response('', { status: 500 }), /401, token_missing/],
  ['a lost connection', '/healthz', () => Promise.reject(new Error('cut')), /no answer \(cut\)/],
])('reports %s', async (_what, path, answer, found) => {
  expect((await run({ fetch: changed(path, answer) })).join('\n')).toMatch(found);
});

const pageWith = (script: string) => new Response(`<script src="${script}"></script>`);

const failing = (code: string) => () =>
  Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

it.each([
  ['an unknown host', failing('ENOTFOUND'), /does not exist \(ENOTFOUND\)/],
  ['a certificate without a known authority', failing('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), /is not trusted/],
  ['a self-signed certificate', failing('DEPTH_ZERO_SELF_SIGNED_CERT'), /NODE_EXTRA_CA_CERTS/],
  ['an expired certificate', failing('CERT_HAS_EXPIRED'), /is not trusted/],
  ['a certificate of another host', failing('ERR_TLS_CERT_ALTNAME_INVALID'), /is not trusted/],
  ['a port without TLS', failing('ERR_SSL_WRONG_VERSION_NUMBER'), /does not speak TLS/],
  [
    'another server',
    () => new Response('', { status: 404 }),
    /status 404; .* is not a server of this add-in/,
  ],
  ['an access denial', () => new Response('', { status: 403 }), /status 403/],
  [
    'a redirect',
    () => Response.redirect('https://www.example.com/', 301),
    /redirects to https:\/\/www\.example\.com/,
  ],
])('gives up immediately on %s', async (_what, answer, problem) => {
  said.length = 0;
  const wait = () => Promise.reject(new Error('Nothing to wait for.'));
  expect(await run({ fetch: changed('/readyz', answer), wait })).toEqual([expect.stringMatching(problem)]);
  expect(said).toEqual([]);
});

it.each([
  ['a refused connection', failing('ECONNREFUSED')],
  ['a busy name server', failing('EAI_AGAIN')],
  ['too many requests', () => new Response('', { status: 429 })],
  ['a gateway without a server behind it', () => new Response('', { status: 502 })],
])('waits for the end of %s, and prints it once', async (_what, answer) => {
  said.length = 0;
  let asked = 0;
  const passing: typeof fetch = (input, init) =>
    (asked += 1) < 5 ? changed('/readyz', answer)(input, init) : fetch(input, init);
  expect(await run({ fetch: passing, wait: () => Promise.resolve(), now: () => 0 })).toEqual([]);
  expect(said.filter((line) => line.startsWith('Not ready'))).toHaveLength(1);
});
