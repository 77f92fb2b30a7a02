import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { localhostCertificates } from 'office-addin-tools/testing';
import { afterEach, beforeEach, expect, it, vi, describe } from 'vitest';
import {
  createSigningPair,
  goodClaims,
  sign,
  type SigningPair,
  startStubService,
  type StubService,
} from '../../../tests/server/stubService.ts';
import {
  killServerProcesses,
  processSettings,
  startServerProcess,
  graphToken,
} from '../../../tests/server/testServer.ts';
import {
  retryAfterSeconds,
  requestedWaitSeconds,
  retryWaitMs,
  type Outcome,
  type Repeatable,
} from './httpClient.ts';

/** The server process behind a real proxy, with HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS. */

// Each test starts the server, which compiles its sources first.
vi.setConfig({ testTimeout: 30_000 });

let pair: SigningPair;
let entra: StubService;
let proxy: Server;
let tunnels: string[];
/** URLs requested over plain HTTP. */
let forwarded: string[];
const sockets = new Set<Socket>();
beforeEach(async () => {
  pair = await createSigningPair('key-1');
  entra = await startStubService(({ method }) =>
    method === 'POST' ? graphToken() : { json: { keys: [pair.jwk] } },
  );
  tunnels = [];
  forwarded = [];
  proxy = createServer(({ url = '' }, res) => {
    forwarded.push(url);
    res.writeHead(502).end();
  });
  proxy.on('connect', ({ url = '' }, client: Socket) => {
    tunnels.push(url);
    const [host, port] = url.split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) sockets.add(socket.on('error', () => socket.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  killServerProcesses();
  for (const socket of sockets) socket.destroy();
  await Promise.all([entra.close(), new Promise((resolve) => proxy.close(resolve))]);
});

/** @returns the server's port */
async function start(environment: Record<string, string>): Promise<number> {
  const { caPath } = await localhostCertificates();
  const { port } = proxy.address() as AddressInfo;
  const started = startServerProcess({
    ...processSettings,
    AUTHORITY: `${entra.origin}/common`,
    NODE_EXTRA_CA_CERTS: caPath,
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
    ...environment,
  });
  const ready = await started.port();
  await expect.poll(() => entra.requests.length, { timeout: 5_000 }).toBe(1);
  return ready;
}

it('connects directly to hosts in NO_PROXY', { tags: 'full' }, async () => {
  await start({ NO_PROXY: 'example.com,127.0.0.1' });
  expect(tunnels).toEqual([]);
});

it('uses the proxy for Entra ID and Graph, but not for the local managed identity endpoint', async () => {
  const graph = await startStubService(() => ({ json: { displayName: 'Test Person' } }));
  const asked: string[] = [];
  const identity = createServer(({ url = '' }, res) => {
    asked.push(url);
    const expiresOn = String(Math.floor(Date.now() / 1000) + 86_400);
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ access_token: 'proof', expires_on: expiresOn, token_type: 'Bearer' }));
  });
  await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
  try {
    const port = await start({
      CLIENT_SECRET: '',
      MANAGED_IDENTITY_CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000f1',
      IDENTITY_ENDPOINT: `http://127.0.0.1:${(identity.address() as AddressInfo).port}/msi/token`,
      IDENTITY_HEADER: 'header-of-the-platform',
      GRAPH_ENDPOINT: graph.origin,
      // Companies usually set both variables.
      HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    });
    const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
    const answer = await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { authorization } });
    expect([answer.status, asked.length, forwarded]).toEqual([200, 1, []]);
    expect(new URLSearchParams(entra.requests.at(-1)?.body).get('client_assertion')).toBe('proof');
    expect(new Set(tunnels)).toEqual(new Set([entra, graph].map(({ origin }) => new URL(origin).host)));
  } finally {
    await Promise.all([graph.close(), new Promise((resolve) => identity.close(resolve))]);
  }
});

const limits = { shortWaitMs: 2_000, retryDelayMs: 200 };
const wait = (outcome: Outcome, repeated = 0, random = 0.5, repeatable: Repeatable = 'safe') =>
  retryWaitMs(outcome, repeatable, repeated, random, limits);
const lost = { fault: 'unreachable', wasSent: true } as const;
const notConnected = { fault: 'unreachable', wasSent: false } as const;
const answer = (status: number, retryAfter?: number) => ({ status, retryAfter });

describe('retryWaitMs', () => {
  it.each([
    [200, 'a reset', lost, 0],
    [400, 'a second reset', lost, 1],
    [undefined, 'a third reset', lost, 2],
    [undefined, 'a timeout', { fault: 'timeout', wasSent: true }, 0],
    [undefined, 'a response that is too large', { fault: 'too-large', wasSent: true }, 0],
    [200, 'a 503', answer(503), 0],
    [1000, 'a 503 with Retry-After: 1', answer(503, 1), 0],
    [undefined, 'a 503 with Retry-After: 60', answer(503, 60), 0],
    [2000, 'a 429 with Retry-After: 2', answer(429, 2), 0],
    [undefined, 'a second 429', answer(429, 2), 1],
    [undefined, 'a 429 with Retry-After: 3', answer(429, 3), 0],
    [undefined, 'a 429 without Retry-After', answer(429), 0],
    [undefined, 'a 501', answer(501), 0],
    [undefined, 'a 404', answer(404), 0],
    [undefined, 'a 200', answer(200), 0],
  ] as const)('returns %s after %s', (expected, _name, outcome, repeated) => {
    expect(wait(outcome, repeated)).toBe(expected);
  });

  it.each<[string, Outcome, Repeatable, number | undefined]>([
    ['a POST without a connection', notConnected, 'no', 200],
    ['a POST after a lost connection', lost, 'no', undefined],
    ['a DELETE after a lost connection', lost, 'idempotent', undefined],
    ['a POST that timed out', { fault: 'timeout', wasSent: true }, 'no', undefined],
    ['a POST after 429 with Retry-After', answer(429, 1), 'no', 1000],
    ['a POST after 429 without Retry-After', answer(429), 'no', undefined],
    ['a POST after 503 with Retry-After', answer(503, 1), 'no', undefined],
    ['a PUT after 503 with Retry-After', answer(503, 1), 'idempotent', 1000],
    ['a PUT after 503 without Retry-After', answer(503), 'idempotent', undefined],
    ['a PUT after 500 with Retry-After', answer(500, 1), 'idempotent', undefined],
  ])('decides about %s', (_name, outcome, repeatable, expected) => {
    expect(wait(outcome, 0, 0.5, repeatable)).toBe(expected);
  });

  it('adds jitter of up to half the delay', () => {
    expect(wait(answer(500), 0, 0)).toBe(100);
    expect(wait(answer(500), 0, 1)).toBe(300);
  });
});

describe('retryAfterSeconds', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    ['3', 3],
    ['0', 0],
    ['1.2', 2],
    ['99999999', 3600],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30],
    [' 7 ', 7],
    ['9'.repeat(400), 3600],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30],
    ['Thu Jan  1 00:00:30 2026', 30],
    ['Fri, 01 Jan 2027 00:00:00 GMT', 3600],
    ['60, 60', 60],
    ['5,60', 60],
    ['Thu, 01 Jan 2026 00:00:30 GMT, Thu, 01 Jan 2026 00:00:40 GMT', 40],
    ['30, Wed, 31 Dec 2025 00:00:00 GMT', 30],
    ['-1, 20', 20],
  ])('returns for %s %i seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });

  it.each([
    ['Wed, 31 Dec 2025 00:00:00 GMT'],
    ['Thu, 01 Jan 2026 00:00:00 GMT'],
    ['Thu, 99 Jan 2026 00:00:30 GMT'],
    ['2026-01-01T00:00:30Z'],
    ['-1'],
    ['-1, -1'],
    ['+5'],
    ['1e3'],
    ['0x10'],
    ['Infinity'],
    ['NaN'],
    ['1.2.3'],
    ['60 seconds'],
    ['60; 60'],
    ['soon'],
    ['-5 apples'],
    [','],
    [''],
    [undefined],
  ])('returns undefined for %s', (header) => {
    expect(retryAfterSeconds(header, now)).toBeUndefined();
  });
});

describe('requestedWaitSeconds', () => {
  it.each<[string, number, Record<string, string>, number | undefined]>([
    ['prefers Retry-After', 429, { 'retry-after': '5', 'ratelimit-reset': '31' }, 5],
    ['falls back to RateLimit-Reset', 429, { 'retry-after': '-1', 'ratelimit-reset': '31' }, 31],
    ['ignores RateLimit-Reset unless it is in seconds', 429, { 'ratelimit-reset': 'tomorrow' }, undefined],
    ['ignores RateLimit-Reset of other statuses', 503, { 'ratelimit-reset': '31' }, undefined],
  ])('%s', (_name, status, headers, seconds) => {
    expect(requestedWaitSeconds({ status, headers }, 0)).toBe(seconds);
  });
});
