import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
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
} from '../../tests/server/issuer.ts';
import { collectLog } from '../../tests/server/logLines.ts';
import { startStubService, type StubResponse, type StubService } from '../../tests/server/stubService.ts';
import { graphToken, shortLimits } from '../../tests/server/testServer.ts';

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
    const drainMs = 20_000;
    const running = await start(drainMs);
    const { ca } = await localhostCertificates();
    const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
    const me = `GET /api/me HTTP/1.1\r\nHost: a\r\nAuthorization: ${authorization}\r\n\r\n`;
    const asked = untilAsked();
    const socket = connectTls({ port: running.port, host: 'localhost', ca }, () => socket.write(me + me));
    await asked;
    log.take('info');
    socket.destroy();
    const begin = performance.now();
    await running.stop();
    expect(performance.now() - begin).toBeLessThan(drainMs / 2);
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
    const begin = performance.now();
    await running.stop();
    expect(performance.now() - begin).toBeLessThan(2_000);
    await cut;
    server = undefined;
  });
});
