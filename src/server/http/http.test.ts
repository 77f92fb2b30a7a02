import { connect } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, beforeEach } from 'vitest';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from 'office-addin-tools/testing';
import { startTestServer, type TestServer, graphToken } from '../../../tests/server/testServer.ts';
import { problemCodes, problemRow } from '../../contract/catalogue.ts';
import { explain } from '../../contract/explanations.ts';
import { ProblemError } from '../../contract/problem.ts';
import { clientAddress, BoundedStore } from './rateLimits.ts';
import { connectionLimit, readOpenFiles } from './connections.ts';
import { redactTokens } from './logger.ts';
import { asProblem, problemResponse } from './api.ts';
import { hasTag, ifMatchTags, ifNoneMatchTags } from './caching.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(() => expect(server.log.take('error')).toEqual([]));

/** Sends raw bytes. @returns everything received until the connection closes */
function raw(text: string): Promise<string> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
    socket.on('close', () => resolve(received)).on('error', reject);
  });
}

describe('problems', () => {
  it.each(problemCodes.filter((code) => problemRow(code).origin === 'server'))(
    'writes %s as problem details',
    (code) => {
      const facts = { detail: 'why', claims: '{"a":1}', retryAfter: 7, scopes: ['User.Read'] };
      const { status, headers, body } = problemResponse(
        new ProblemError(code, facts),
        'id',
        'https://a.example',
      );
      expect(status).toBe(problemRow(code).status);
      expect(body).toEqual({
        type: `https://a.example/errors#${code}`,
        title: explain(code).title,
        status,
        code,
        ...facts,
        correlationId: 'id',
      });
      expect(headers['Retry-After']).toBe('7');
      expect(headers['WWW-Authenticate'] !== undefined).toBe(status === 401 || status === 403);
    },
  );

  it.each(problemCodes.filter((code) => [401, 403].includes(problemRow(code).status ?? 0)))(
    'sends an RFC 6750 challenge with %s',
    (code) => {
      const problem = new ProblemError(code, { claims: '{"a":"\u00e9"}', detail: 'Person "x"\\' });
      const challenge = problemResponse(problem, 'id', 'https://a.example').headers['WWW-Authenticate'] ?? '';
      expect(challenge).toMatch(/^Bearer realm="api"(, [a-z_]+="[\x20-\x21\x23-\x5b\x5d-\x7e]*")*$/);
      expect(challenge.includes('error_description=')).toBe(code !== 'token_missing');
      expect(challenge.includes('scope="access_as_user"')).toBe(code === 'scope_missing');
      expect(challenge).not.toContain('Person');
    },
  );

  it('reveals nothing about an unexpected error', () => {
    const problem = asProblem(new TypeError('x is undefined in /srv/app/secret.ts'));
    expect(problem.code).toBe('internal_error');
    expect(JSON.stringify(problemResponse(problem, 'id', 'https://a.example'))).not.toContain('secret');
  });

  it.each([
    ['GET', '/api/unknown'],
    ['GET', '/api'],
    ['POST', '/api/me'],
    ['DELETE', '/taskpane.html'],
    ['POST', '/assets/a.js'],
    ['GET', '/unknown'],
  ])('returns 404 to %s %s', async (method, path) => {
    const reply = await server.get(path, undefined, { method });
    expect(reply.problem).toMatchObject({ status: 404, code: 'not_found' });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
    expect(reply.headers.get('x-correlation-id')).toBe(reply.problem.correlationId);
  });

  it('describes the server problems at /errors', async () => {
    const reply = await server.get('/errors');
    expect(reply.bytes.toString()).toContain('claims_challenge (401)');
    expect(reply.bytes.toString()).not.toContain('sso_13000');
  });
});

describe('malformed requests', () => {
  it.each([
    [
      'headers of 40 kB',
      `GET /api/me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${'a'.repeat(40_000)}\r\n\r\n`,
      '431',
    ],
    ['text that is not HTTP', 'hello\r\n\r\n', '400'],
    ['a request without a Host header', 'GET /healthz HTTP/1.1\r\n\r\n', '400'],
    [
      'two Content-Length headers',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      '400',
    ],
    ['an invalid URL encoding', 'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '404'],
    [
      'an absolute URL',
      'GET http://evil.example/api/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      '40',
    ],
    ['an empty path', 'GET ?x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '40'],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '40'],
  ])('rejects %s, and keeps running', async (_name, text, status) => {
    expect(await raw(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
    expect((await server.get('/healthz')).status).toBe(200);
  });

  it('replaces a correlation id that is not a UUID', async () => {
    const reply = await server.get('/healthz', undefined, { headers: { 'x-correlation-id': 'x"}\\n' } });
    expect(reply.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the log', () => {
  it('contains one line per request, without token, name or query', async () => {
    server.log.take('info');
    const token = await server.token();
    await server.get('/api/me?secret=query', token);
    await expect.poll(() => server.log.text()).toContain('/api/me');
    const text = server.log.text();
    expect(server.log.take('info')).toMatchObject([{ method: 'GET', path: '/api/me', status: 200 }]);
    expect(text).toMatch(/"user":"[0-9a-f]{16}"/);
    expect(text).not.toMatch(/query|Test Person|contoso|cccccccc|graph-token/);
    expect(text).not.toContain(token.slice(0, 20));
  });

  it('does not contain health checks', async () => {
    server.log.take('info');
    await server.get('/healthz');
    await server.get('/readyz');
    expect((await server.get('/robots933456.txt')).status).toBe(204);
    expect(server.log.text()).toBe('');
  });

  it('redacts anything that looks like a token', () => {
    expect(redactTokens('failed for eyJhbGciOiJub25lIn0.eyJhIjoxfQ.abc at 1')).toBe(
      'failed for [token] at 1',
    );
  });
});

describe('rate limits', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:61598', '203.0.113.7'],
    ['[2001:db8::1]:61598', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['203.0.113.7:port', 'unknown'],
    ['203.0.113.700', 'unknown'],
    ['_hidden', 'unknown'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
    [undefined, 'unknown'],
  ])('reads the client address in %s as %s', (ip, address) => {
    expect(clientAddress(ip)).toBe(address);
  });

  it.each([
    // A forged entry, the client as Front Door saw it, and Front Door as appended by App Service.
    ['2', '6.6.6.6, 203.0.113.7, 192.0.2.1:4711', '6.6.6.6, 203.0.113.8, 192.0.2.1:4712'],
    [
      '127.0.0.1, 192.0.2.0/24',
      '6.6.6.6, 203.0.113.7:1, 192.0.2.1:4711',
      '6.6.6.6, 203.0.113.8, 192.0.2.9:4712',
    ],
    ['127.0.0.1, 2001:db8::/32', '6.6.6.6, 203.0.113.7, [2001:db8::1]:4711', '203.0.113.8,2001:db8::2'],
  ])('apply per client with TRUSTED_PROXIES=%s', async (proxies, one, other) => {
    const limited = await startTestServer({ settings: { RATE_LIMIT: '1', TRUSTED_PROXIES: proxies } });
    const status = async (forwarded: string) =>
      (await limited.get('/api/me', undefined, { headers: { 'x-forwarded-for': forwarded } })).status;
    for (let i = 0; i < 10; i += 1) expect(await status(one)).toBe(401);
    expect(await status(one)).toBe(429);
    expect(await status(other)).toBe(401);
    await limited.close();
  });

  it('apply per user and per address, regardless of the port', async () => {
    const limited = await startTestServer({ settings: { RATE_LIMIT: '2' } });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    const token = await limited.token();
    const other = await limited.token({ oid: 'dddddddd-0000-4000-8000-000000000004' });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1)
      statuses.push((await limited.get('/api/me', token, from('203.0.113.7:1'))).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await limited.get('/api/me', other, from('203.0.113.7:2'))).status).toBe(200);
    const replies = [];
    for (let i = 0; i < 17; i += 1)
      replies.push(await limited.get('/api/me', undefined, from(`203.0.113.7:${i}`)));
    const last = replies.at(-1);
    expect(replies.slice(0, 16).map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 401));
    expect(last?.problem).toMatchObject({ status: 429, code: 'throttled' });
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await limited.get('/api/me', undefined, from('203.0.113.8:1'))).status).toBe(401);
    expect((await limited.get('/healthz', undefined, from('203.0.113.7:1'))).status).toBe(200);
    await limited.close();
  });
});

it('limits health checks per address, separately from other requests', async () => {
  const limited = await startTestServer({ settings: { RATE_LIMIT: '1' } });
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  const status = async (path: string, address: string) =>
    (await limited.get(path, undefined, from(address))).status;
  const all: number[] = [];
  for (let i = 0; i < 180; i += 1) all.push(await status(i % 2 ? '/healthz' : '/readyz', '203.0.113.7'));
  expect(new Set(all)).toEqual(new Set([200]));
  expect(await status('/healthz', '203.0.113.7')).toBe(429);
  expect(await status('/readyz', '203.0.113.7')).toBe(429);
  expect(await status('/healthz', '203.0.113.8')).toBe(200);
  await limited.close();
});

describe('signing keys', () => {
  it.each([
    [504, 'entra_timeout', 'when the key request hangs', 'hang'],
    [503, 'entra_unavailable', 'when the connection is reset', 'reset'],
    [503, 'entra_unavailable', 'on a 500', { status: 500 }],
    [502, 'entra_error', 'on an HTML page', { body: '<html>' }],
    [502, 'entra_error', 'on an empty key set', { json: { keys: [] } }],
  ] as const)('returns %i %s %s, and recovers', async (status, code, _when, response) => {
    const test = await startTestServer();
    test.answerKeys(response);
    const reply = await test.get('/api/me', await test.token());
    expect(reply.problem).toMatchObject({ status, code });
    test.answerKeys({ json: { keys: [test.pair.jwk] } });
    await expect.poll(async () => (await test.get('/api/me', await test.token())).status).toBe(200);
    test.answerKeys('reset');
    expect((await test.get('/api/me', await test.token({ uti: 'another' }))).status).toBe(200);
    await test.close();
  });
});

function setUp(maxClients: number) {
  const state = { now: 1_000_000 };
  const store = new BoundedStore(maxClients, () => state.now);
  store.init({ windowMs: 60_000 });
  return { state, store };
}

it('counts within a window, and starts at zero in the next one', () => {
  const { state, store } = setUp(10);
  expect(store.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(1_060_000) });
  expect(store.increment('a').totalHits).toBe(2);
  expect(store.increment('b').totalHits).toBe(1);
  state.now += 59_999;
  expect(store.increment('a').totalHits).toBe(3);
  state.now += 1;
  expect(store.get('a')).toBeUndefined();
  expect(store.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(1_120_000) });
});

it('decrements a count to zero at most, and resets a key', () => {
  const { store } = setUp(10);
  store.increment('a');
  store.decrement('a');
  expect(store.get('a')?.totalHits).toBe(0);
  store.decrement('a');
  expect(store.get('a')?.totalHits).toBe(0);
  store.resetKey('a');
  expect(store.get('a')).toBeUndefined();
});

it('evicts the least recent clients beyond the maximum, and keeps frequent ones', () => {
  const { store } = setUp(1_000);
  for (let i = 0; i < 100_000; i += 1) {
    store.increment(`2001:db8:${i.toString(16)}::/56`);
    if (i % 100 === 0) store.increment('frequent client');
  }
  expect(store.size).toBe(1_000);
  expect(store.get('frequent client')?.totalHits).toBe(1_000);
});

it.each([
  [undefined, 10_000],
  [1_048_576, 10_000],
  [1_024, 512],
])('with an open-file limit of %s, allows %i connections', (files, expected) => {
  const text = `Limit   Soft Limit  Hard Limit  Units\nMax open files            ${files}  ${files}  files\n`;
  expect(connectionLimit(10_000, files)).toBe(expected);
  expect(readOpenFiles(text)).toBe(files);
});

describe('sendCacheable', () => {
  /** Caching of API responses: headers, and the cache of a real browser. */

  const OTHER = 'dddddddd-0000-4000-8000-000000000004';
  const IMAGE = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
  const image = { body: IMAGE, headers: { 'content-type': 'image/jpeg' } };

  let server: TestServer;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'));
    writeFileSync(join(folder, 'taskpane.html'), '<p>A page of this origin</p>');
  });
  beforeEach(async () => {
    server = await startTestServer({ settings: { PUBLIC_DIR: folder } });
  });
  afterEach(async () => {
    await server.close();
    expect(server.log.take('error')).toEqual([]);
  });

  describe('two users of the same browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
    }, 60_000);
    afterAll(() => browser.close());

    const browse = (page: Page, path: string, token: string) =>
      page.evaluate(
        async ([path, token]) => {
          const reply = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
          return reply.text();
        },
        [path, token] as const,
      );

    it.each(['/api/me', '/api/me/photo'])(
      'each get their own %s, with one request to Graph',
      async (path) => {
        server.answerExchange(graphToken('of one'), graphToken('of the other'));
        const who = (authorization = '') => (authorization.includes('other') ? 'Other' : 'One');
        server.answerGraph(({ headers, url }) =>
          url.pathname.includes('photo')
            ? { body: `bytes of ${who(headers.authorization)}`, headers: { 'content-type': 'image/jpeg' } }
            : { json: { displayName: `bytes of ${who(headers.authorization)}` } },
        );
        const one = await server.token();
        const other = await server.token({ oid: OTHER });
        const page = await browser.newPage();
        await page.goto(`${server.origin}/taskpane.html`);
        expect(await browse(page, path, one)).toContain('bytes of One');
        expect(await browse(page, path, one)).toContain('bytes of One');
        expect(server.graph.requests).toHaveLength(1);
        expect(await browse(page, path, other)).toContain('bytes of Other');
        expect(await browse(page, path, one)).toContain('bytes of One');
        await page.close();
      },
    );
  });

  describe('cached responses', () => {
    it('caches the profile for a minute, per token', async () => {
      const { headers } = await server.get('/api/me', await server.token());
      expect(headers.get('cache-control')).toBe('private, max-age=60');
      expect(headers.get('vary')).toBe('Authorization');
    });

    it('caches the photo for an hour, per token, with a strong entity tag', async () => {
      const path = '/api/me/photo';
      server.answerGraph(image);
      const { headers } = await server.get(path, await server.token());
      expect(headers.get('cache-control')).toBe('private, max-age=3600');
      expect(headers.get('vary')).toBe('Authorization');
      const etag = headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{43}"$/);
      const again = await server.get(path, await server.token(), {
        headers: { 'if-none-match': `"x", ${etag}` },
      });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
      expect(again.headers.get('vary')).toBe('Authorization');
      expect(again.headers.get('cache-control')).toBe('private, max-age=3600');
      const others = await server.get(path, await server.token({ oid: OTHER }), {
        headers: { 'if-none-match': etag },
      });
      expect(others.status).toBe(200);
    });

    it('caches the 204 for a missing photo', async () => {
      server.answerGraph({ status: 404, json: { error: { code: 'ImageNotFound', message: '' } } });
      const token = await server.token();
      const { status, headers } = await server.get('/api/me/photo', token);
      expect([status, headers.get('cache-control'), headers.get('vary')]).toEqual([
        204,
        'private, max-age=3600',
        'Authorization',
      ]);
    });
  });

  describe('uncached responses', () => {
    it.each(['/api/me', '/api/me/photo'])('does not cache a problem from %s', async (path) => {
      server.answerGraph({ status: 500 });
      const token = await server.token();
      const failed = await server.get(path, token);
      expect([failed.status, failed.headers.get('cache-control')]).toEqual([503, 'no-store']);
      const refused = await server.get(path, undefined, { headers: { 'if-none-match': '*' } });
      expect([refused.status, refused.headers.get('cache-control'), refused.headers.get('etag')]).toEqual([
        401,
        'no-store',
        null,
      ]);
    });

    it('does not cache the file list', async () => {
      server.answerGraph({ json: { value: [] } });
      const { headers } = await server.get('/api/files', await server.token());
      expect(headers.get('cache-control')).toBe('no-store');
    });
  });
});

it.each<[string, '*' | string[] | undefined]>([
  ['*', '*'],
  [' * ', '*'],
  ['"a"', ['"a"']],
  ['"a", W/"b" ,\t"c"', ['"a"', '"b"', '"c"']],
  [', "a",, "b",', ['"a"', '"b"']],
  ['"a,b", ""', ['"a,b"', '""']],
  ['', []],
  ['a', undefined],
  ['"a" "b"', undefined],
  ['"a", *', undefined],
  ['w/"a"', undefined],
  ['W/ "a"', undefined],
  ['"a', undefined],
  ['"a b"', undefined],
])('parses If-None-Match %j', (header, tags) => {
  expect(ifNoneMatchTags(header)).toEqual(tags);
});

it('ignores weak tags of If-Match, and returns no tags for a malformed one', () => {
  expect(ifMatchTags('W/"a", "b"')).toEqual(['"b"']);
  expect(ifMatchTags('"b", c')).toEqual([]);
  expect(ifMatchTags('*')).toBe('*');
});

it('uses weak comparison for a GET, and ignores a malformed header', () => {
  expect(hasTag('"x", W/"a"', '"a"')).toBe(true);
  expect(hasTag('*', '"a"')).toBe(true);
  expect(hasTag('"a', '"a"')).toBe(false);
  expect(hasTag(undefined, '"a"')).toBe(false);
});
