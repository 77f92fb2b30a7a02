import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { Agent, request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localhostCertificates } from 'office-addin-tools/testing';
import { readConfig } from './serverConfig.ts';
import { startServer, type RunningServer } from './server.ts';
import {
  createSigningPair,
  CLIENT_ID,
  goodClaims,
  sign,
  type SigningPair,
  startStubService,
  type StubResponse,
  type StubService,
} from '../../tests/server/stubService.ts';
import {
  collectLog,
  graphToken,
  shortLimits,
  killServerProcesses,
  processSettings,
  startServerProcess,
} from '../../tests/server/testServer.ts';

let pair: SigningPair;
let entra: StubService;
let graph: StubService;
let answerGraph: (answer: StubResponse) => void = () => undefined;
let server: RunningServer | undefined;
let client: Agent;
const log = collectLog();

beforeAll(async () => {
  const { ca } = await localhostCertificates();
  client = new Agent({ connect: { ca } });
  pair = await createSigningPair('key-1');
  entra = await startStubService(({ method }) =>
    method === 'POST' ? graphToken() : { json: { keys: [pair.jwk] } },
  );
  graph = await startStubService(() => new Promise((resolve) => (answerGraph = resolve)));
});
afterAll(async () => {
  await client.destroy();
  await Promise.all([entra.close(), graph.close()]);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const settings = (more: Record<string, string> = {}) =>
  readConfig({
    CLIENT_ID,
    CLIENT_SECRET: 'only-for-tests',
    AUTHORITY: `${entra.origin}/common`,
    GRAPH_ENDPOINT: graph.origin,
    PORT: '0',
    ...more,
  });

async function start(drainMs = 3_000, quietMs = 20): Promise<RunningServer> {
  const { ca } = await localhostCertificates();
  const dispatcher = new Agent({ connect: { ca } });
  const limits = { ...shortLimits, graphMs: 3_000, drainMs, quietMs };
  server = await startServer(settings(), { dispatcher, logger: log.logger, limits });
  return server;
}

const ask = (port: number, path: string, headers: Record<string, string> = {}) =>
  request(`https://localhost:${port}${path}`, { dispatcher: client, headers });

async function untilAsked(): Promise<void> {
  const before = graph.requests.length;
  await expect.poll(() => graph.requests.length).toBeGreaterThan(before);
}

describe('startServer', () => {
  it('serves over TLS, and loads the signing keys before the first request', async () => {
    const { port, app } = await start();
    expect((await ask(port, '/healthz')).statusCode).toBe(200);
    expect((await ask(port, '/readyz')).statusCode).toBe(200);
    await expect.poll(() => app.keys.loaded).toBe(true);
  });

  it('throws an error with the fix if the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as AddressInfo;
    await expect(
      startServer(settings({ PORT: String(port), TLS: 'off' }), { logger: log.logger }),
    ).rejects.toThrow(`Port ${port} is in use`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('throws an error with the fix if there is no certificate', async () => {
    const nowhere = join(mkdtempSync(join(tmpdir(), 'tls-')), 'none.crt');
    await expect(startServer(settings({ TLS_CERT_PATH: nowhere }), { logger: log.logger })).rejects.toThrow(
      'Create them with `npm start`',
    );
  });

  it('starts while Entra ID is unavailable, with one warning', async () => {
    log.take('warn');
    const config = settings({ AUTHORITY: 'https://127.0.0.1:9/common' });
    server = await startServer(config, { logger: log.logger, limits: shortLimits });
    expect((await ask(server.port, '/healthz')).statusCode).toBe(200);
    await expect.poll(() => log.take('warn')).toHaveLength(1);
  });
});

describe('stop', () => {
  it('finishes requests in flight, and responds with 503 to new ones', async () => {
    const running = await start();
    const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
    const asked = untilAsked();
    const inFlight = ask(running.port, '/api/me', { authorization });
    await asked;
    const stopped = running.stop();
    const ready = await ask(running.port, '/readyz');
    expect(ready.statusCode).toBe(503);
    expect(await ready.body.json()).toMatchObject({ code: 'shutting_down' });
    const late = await ask(running.port, '/api/me', { authorization });
    expect([late.statusCode, late.headers['retry-after'], late.headers.connection]).toEqual([
      503,
      '1',
      'close',
    ]);
    await late.body.dump();
    const page = await ask(running.port, '/taskpane.html', { accept: 'text/html,*/*' });
    expect([page.statusCode, page.headers.refresh]).toEqual([503, '1']);
    expect(await page.body.text()).toMatch(/^<!doctype html>/);
    expect((await ask(running.port, '/healthz')).statusCode).toBe(200);
    answerGraph({ json: { displayName: 'Test Person' } });
    const finished = await inFlight;
    expect(finished.statusCode).toBe(200);
    expect(await finished.body.json()).toMatchObject({ displayName: 'Test Person' });
    await stopped;
    await expect(ask(running.port, '/healthz')).rejects.toThrow();
    server = undefined;
  });

  it('responds to new requests until none has arrived for quietMs', async () => {
    const running = await start(3_000, 300);
    await (await ask(running.port, '/taskpane.html')).body.dump();
    let ended = false;
    const stopped = running.stop().then(() => (ended = true));
    const late: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { statusCode, body } = await ask(running.port, '/api/me');
      late.push(statusCode);
      await body.dump();
    }
    expect([late, ended]).toEqual([[503, 503, 503, 503, 503], false]);
    await stopped;
    await expect(ask(running.port, '/healthz')).rejects.toThrow();
    server = undefined;
  });

  it('does not wait for pipelined requests of a disconnected client', async () => {
    // Longer than this test may take.
    const running = await start(60_000);
    const { ca } = await localhostCertificates();
    const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
    const me = `GET /api/me HTTP/1.1\r\nHost: a\r\nAuthorization: ${authorization}\r\n\r\n`;
    const asked = untilAsked();
    const socket = connectTls({ port: running.port, host: 'localhost', ca }, () => socket.write(me + me));
    await asked;
    log.take('info');
    socket.destroy();
    await running.stop();
    expect(running.app.lifecycle.inFlight).toBe(0);
    expect(log.take('info').map(({ status }) => status)).toEqual([499, 499]);
    server = undefined;
  });

  it('closes after drainMs even if requests are in flight', async () => {
    const running = await start(100);
    const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
    const asked = untilAsked();
    const inFlight = ask(running.port, '/api/me', { authorization });
    const cut = expect(inFlight).rejects.toThrow();
    await asked;
    await running.stop();
    await cut;
    server = undefined;
  });
});

/** The server process: its output and how it exits. */

afterEach(killServerProcesses);

/** Code that runs in the process on a signal. A timer could fire before the server has started. */
const onInput = (code: string) => `process.stdin.once('data', () => { ${code}; });`;

describe('the process', () => {
  it('exits with all invalid settings and without a stack', async () => {
    const wrong = { ...processSettings, CLIENT_ID: '{CLIENT_ID}', PORT: 'x' };
    const { ended, err } = startServerProcess(wrong);
    expect(await ended).toBe(1);
    expect(err()).toMatch(/^2 settings are invalid:\n {2}CLIENT_ID .*\n {2}PORT .*\n$/);
  });

  it('exits and names the port if it is in use', { tags: 'full' }, async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as AddressInfo;
    const { ended, err } = startServerProcess({ ...processSettings, PORT: String(port) });
    expect(await ended).toBe(1);
    expect(err()).toMatch(new RegExp(`^Port ${port} is in use\\. [^\\n]+\\n$`));
    await new Promise((resolve) => other.close(resolve));
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const tags = signal === 'SIGINT' ? ['full'] : [];
    const title = `reads .ENV from its folder, serves, and exits with 0 on ${signal}`;
    it.skipIf(process.platform === 'win32')(title, { tags }, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'main-'));
      const { CLIENT_SECRET, ...open } = processSettings;
      const lines = Object.entries(open).map(([name, value]) => `${name}=${value}`);
      writeFileSync(join(folder, '.ENV'), lines.join('\n'));
      writeFileSync(join(folder, '.ENV.local'), `CLIENT_SECRET=${CLIENT_SECRET}\n`);
      const started = startServerProcess({}, { folder });
      const port = await started.port();
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      started.child.kill(signal);
      expect(await started.ended).toBe(0);
      expect(started.err()).toBe('');
      expect(started.out()).not.toContain(CLIENT_SECRET);
      expect(started.out()).toContain('The server is stopping.');
    });
  }

  describe.skipIf(process.platform === 'win32')('with a request in flight', { tags: 'full' }, () => {
    /** Makes Entra ID wait until the test lets it respond. */
    async function startBusy() {
      const pair = await createSigningPair('key-1');
      let answer: (with_: StubResponse) => void = () => undefined;
      const keys = new Promise<StubResponse>((resolve) => (answer = resolve));
      const entra = await startStubService(({ method }) => (method === 'POST' ? { status: 400 } : keys));
      const { caPath } = await localhostCertificates();
      const settings = { AUTHORITY: `${entra.origin}/common`, NODE_EXTRA_CA_CERTS: caPath };
      const started = startServerProcess({ ...processSettings, ...settings });
      const port = await started.port();
      const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
      const reply = fetch(`http://127.0.0.1:${port}/api/me`, { headers: { authorization } });
      const status = reply.then(
        (response) => response.status,
        () => 'cut',
      );
      await expect.poll(() => entra.requests.length).toBe(1);
      // After the response to a second request, the first one has certainly arrived.
      await fetch(`http://127.0.0.1:${port}/healthz`);
      started.child.kill('SIGTERM');
      await expect.poll(started.out).toContain('The server is stopping.');
      return { started, status, entra, go: () => answer({ json: { keys: [pair.jwk] } }) };
    }

    it('responds before it exits', async () => {
      const { started, status, entra, go } = await startBusy();
      go();
      expect(await status).toBe(502);
      expect(await started.ended).toBe(0);
      expect(started.out()).toContain('"path":"/api/me"');
      await entra.close();
    });

    it('exits immediately on a second signal', async () => {
      const { started, status, entra } = await startBusy();
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(1);
      expect(await status).toBe('cut');
      await entra.close();
    });
  });

  it('logs an uncaught exception as its last line, and exits', { tags: 'full' }, async () => {
    const before = onInput(`throw new Error('planted eyJhbGciOiJub25lIn0.eyJhIjoxfQ.abc')`);
    const started = startServerProcess(processSettings, { before });
    await started.port();
    started.child.stdin?.write('now');
    expect(await started.ended).toBe(1);
    const last = JSON.parse(started.out().trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect(last).toMatchObject({ level: 'fatal', err: { message: 'planted [token]' } });
  });

  it('logs an unhandled rejection, and keeps running', { tags: 'full' }, async () => {
    const before = onInput(`Promise.reject(new Error('planted'))`);
    const started = startServerProcess(processSettings, { before });
    const port = await started.port();
    started.child.stdin?.write('now');
    await expect.poll(started.out, { timeout: 15_000 }).toContain('Unhandled promise rejection.');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});
