import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  OTHER_TENANT,
  USER,
  CLIENT_ID,
  TENANT,
  type StubResponse,
} from '../../../tests/server/stubService.ts';
import {
  graphToken,
  patientLimits,
  startTestServer,
  type TestServer,
} from '../../../tests/server/testServer.ts';
import { readConfig } from '../serverConfig.ts';
import { loadCredential, createExchange, type TokenEndpoint } from './onBehalfOf.ts';
import { TokenStore } from './graphTokens.ts';

describe('the exchange', () => {
  /** The exchange with the real MSAL over real HTTPS, tested through GET /api/me. */

  const CLAIMS = '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}';
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ limits: patientLimits });
  });
  afterEach(async () => {
    await server.close();
    expect(server.log.take('error')).toEqual([]);
  });

  const refusal = (number: number, more: object = {}) => ({
    status: 400,
    json: {
      error: 'invalid_grant',
      error_description: `AADSTS${number}: no`,
      error_codes: [number],
      ...more,
    },
  });
  const me = async (token?: string) => server.get('/api/me', token ?? (await server.token()));
  const users = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => server.token({ oid: USER.slice(0, -2) + (10 + i) })));

  describe('the request', () => {
    it("exchanges the user's token at the user's tenant, with the settings of the server", async () => {
      const token = await server.token();
      expect((await me(token)).status).toBe(200);
      const [exchange] = server.exchanges();
      const form = new URLSearchParams(exchange?.body);
      expect(exchange?.url.pathname).toBe('/aaaaaaaa-0000-4000-8000-000000000001/oauth2/v2.0/token');
      expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
      expect(form.get('requested_token_use')).toBe('on_behalf_of');
      expect(form.get('assertion')).toBe(token);
      expect(form.get('client_secret')).toBe('only-for-tests');
      expect(form.get('scope')?.split(' ')).toEqual(expect.arrayContaining(['User.Read', 'Files.Read']));
      expect(JSON.parse(form.get('claims') ?? '{}')).toMatchObject({
        access_token: { xms_cc: { values: ['CP1'] } },
      });
      expect(server.graph.requests[0]?.headers.authorization).toBe('Bearer graph-token');
    });

    it('requests only keys and tokens', async () => {
      await me();
      await me(await server.token({ tid: OTHER_TENANT, iss: `${server.entra.origin}/${OTHER_TENANT}/v2.0` }));
      const paths = server.entra.requests.map(({ url }) => url.pathname.split('/').slice(2).join('/'));
      expect(paths).toEqual(['discovery/v2.0/keys', 'oauth2/v2.0/token', 'oauth2/v2.0/token']);
    });

    it("passes the pane's correlation id to Entra ID and Graph", async () => {
      const id = '11111111-2222-4333-8444-555555555555';
      const reply = await server.get('/api/me', await server.token(), {
        headers: { 'x-correlation-id': id },
      });
      expect(reply.headers.get('x-correlation-id')).toBe(id);
      expect(server.exchanges()[0]?.url.searchParams.get('client-request-id')).toBe(id);
      expect(server.graph.requests[0]?.headers['client-request-id']).toBe(id);
    });
  });

  describe('the cache', () => {
    it('makes one exchange for 20 concurrent requests, and none afterwards', async () => {
      const token = await server.token();
      const replies = await Promise.all(Array.from({ length: 20 }, () => me(token)));
      expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
      await me(token);
      expect(server.exchanges()).toHaveLength(1);
    });

    it("never uses one user's token for another", async () => {
      server.answerExchange(({ body }) => graphToken(`for ${new URLSearchParams(body).get('assertion')}`));
      const tokens = await users(30);
      await Promise.all([...tokens, ...tokens].map((token) => me(token)));
      expect(server.exchanges()).toHaveLength(30);
      const used = server.graph.requests.map(({ headers }) => headers.authorization);
      expect(new Set(used)).toEqual(new Set(tokens.map((token) => `Bearer for ${token}`)));
    });

    it('exchanges again when the Graph token is about to expire', async () => {
      const short = { json: { ...graphToken().json, expires_in: 1 } };
      server.answerExchange(short, graphToken('second'));
      const token = await server.token();
      await me(token);
      await expect.poll(async () => (await me(token), server.exchanges().length), { timeout: 3_000 }).toBe(2);
    });
  });

  describe('error responses', () => {
    it('returns 401 with the claims as text and in the header', async () => {
      server.answerExchange(refusal(50076, { claims: CLAIMS }));
      const reply = await me();
      expect(reply.problem).toMatchObject({ status: 401, code: 'claims_challenge', claims: CLAIMS });
      const encoded = /claims="([^"]+)"/.exec(reply.headers.get('www-authenticate') ?? '')?.[1] ?? '';
      expect(Buffer.from(encoded, 'base64').toString()).toBe(CLAIMS);
      expect(reply.headers.get('www-authenticate')).toContain(
        'Bearer realm="api", error="insufficient_claims"',
      );
    });

    it('returns 403 with the scopes for missing consent, and caches it only briefly', async () => {
      server.answerExchange(refusal(65001), graphToken());
      const token = await server.token();
      expect((await me(token)).problem).toMatchObject({
        code: 'consent_required',
        scopes: ['User.Read', 'Files.Read'],
      });
      expect((await me(token)).problem.code).toBe('consent_required');
      expect(server.exchanges()).toHaveLength(1);
      await expect.poll(async () => (await me(token)).status).toBe(200);
    });

    it('returns 500 without details and logs an error for a wrong secret', async () => {
      server.answerExchange({ status: 401, json: { ...refusal(7000215).json, error: 'invalid_client' } });
      const reply = await me();
      expect(reply.problem).toMatchObject({ status: 500, code: 'server_misconfigured' });
      expect(reply.bytes.toString()).not.toContain('7000215');
      expect(server.log.take('error')).toMatchObject([
        { code: 'server_misconfigured', upstream: { aadsts: 7000215 } },
      ]);
    });

    it('returns 401 for an expired assertion', async () => {
      server.answerExchange(refusal(500133));
      expect((await me()).problem).toMatchObject({ status: 401, code: 'assertion_expired' });
    });
  });

  describe('faults', () => {
    it('returns 504 after the time limit, and closes the connection', async () => {
      await server.close();
      server = await startTestServer({ limits: { ...patientLimits, entraMs: 1_000, requestMs: 60_000 } });
      server.answerExchange('hang');
      expect((await me()).problem).toMatchObject({ status: 504, code: 'entra_timeout' });
      await server.exchanges()[0]?.abandoned;
      expect(server.exchanges()).toHaveLength(1);
    });

    it('recovers from a reset with a retry', async () => {
      server.answerExchange('reset', 'reset', graphToken());
      expect((await me()).status).toBe(200);
    });

    it('returns 503 after three resets', async () => {
      server.answerExchange('reset');
      expect((await me()).problem).toMatchObject({ status: 503, code: 'entra_unavailable' });
      expect(server.exchanges()).toHaveLength(3);
    });

    it.each([
      [
        '429 with a long Retry-After',
        { status: 429, headers: { 'retry-after': '30' }, json: { error: 'throttled' } },
        429,
        'throttled',
        30,
      ],
      ['503 with HTML', { status: 503, body: '<h1>Down</h1>' }, 503, 'entra_unavailable', undefined],
      [
        '503 with a long Retry-After',
        { status: 503, headers: { 'retry-after': '60' } },
        503,
        'entra_unavailable',
        60,
      ],
      [
        '500 with JSON',
        { status: 500, json: { error: 'server_error' } },
        503,
        'entra_unavailable',
        undefined,
      ],
      ['HTML', { body: '<html>Sign in to the hotel</html>' }, 502, 'entra_error', undefined],
      ['an empty object', { json: {} }, 502, 'entra_error', undefined],
      ['an empty body', {}, 502, 'entra_error', undefined],
      ['an empty token', { json: { ...graphToken().json, access_token: '' } }, 502, 'entra_error', undefined],
      ['a truncated body', { json: graphToken().json, cut: true }, 503, 'entra_unavailable', undefined],
      [
        'a redirect',
        { status: 302, headers: { location: 'https://evil.example/' } },
        502,
        'entra_error',
        undefined,
      ],
      ['a body of 200 kB', { body: 'x'.repeat(200_000) }, 502, 'entra_error', undefined],
    ] as const)('%s', async (_name, answer, status, code, retryAfter) => {
      server.answerExchange(answer);
      const reply = await me();
      expect(reply.problem).toMatchObject({ status, code });
      expect(reply.problem.retryAfter).toBe(retryAfter);
      expect(reply.headers.get('retry-after')).toBe(retryAfter === undefined ? null : String(retryAfter));
    });

    it('waits and retries after a 429 with a short Retry-After', async () => {
      server.answerExchange({ status: 429, headers: { 'retry-after': '0' } }, graphToken());
      expect((await me()).status).toBe(200);
    });

    it.each([
      ['429', { status: 429, headers: { 'retry-after': '60' }, json: { error: 'throttled' } }],
      ['503', { status: 503, json: { error: 'temporarily_unavailable' } }],
      ['400', refusal(50076, { claims: CLAIMS })],
      ['a reset', 'reset'],
    ] as const)('a failure for one user does not affect another: %s', async (_name, answer) => {
      const [unlucky = '', lucky = ''] = await users(2);
      server.answerExchange(({ body }) =>
        new URLSearchParams(body).get('assertion') === unlucky ? answer : graphToken(),
      );
      expect((await me(unlucky)).status).not.toBe(200);
      expect((await me(lucky)).status).toBe(200);
    });

    it('cancels the exchange when the client disconnects', async () => {
      await server.close();
      // Longer than this test may take.
      server = await startTestServer({ limits: { ...patientLimits, entraMs: 60_000, requestMs: 60_000 } });
      server.answerExchange('hang');
      const leave = new AbortController();
      const gone = server.get('/api/me', await server.token(), { signal: leave.signal }).catch(() => 'gone');
      await expect.poll(() => server.exchanges().length).toBe(1);
      leave.abort();
      expect(await gone).toBe('gone');
      await server.exchanges()[0]?.abandoned;
    });

    it('does not cancel the exchange while other clients wait for it', async () => {
      let answer: (value: StubResponse) => void = () => undefined;
      server.answerExchange(() => new Promise((resolve) => (answer = resolve)));
      const token = await server.token();
      const leave = new AbortController();
      const first = server.get('/api/me', token, { signal: leave.signal }).catch(() => 'gone');
      const second = me(token);
      await expect.poll(() => server.exchanges().length).toBe(1);
      leave.abort();
      expect(await first).toBe('gone');
      await expect.poll(() => server.log.take('info')).toMatchObject([{ status: 499 }]);
      answer(graphToken());
      expect((await second).status).toBe(200);
    });
  });
});

describe('the federated credential', () => {
  /** Requests for a managed identity token. One endpoint for all tests, because MSAL keeps the first one per process. */
  let asked: URL[];
  const endpoint = {
    send: ({ url }: { url: string }) => {
      asked.push(new URL(url));
      return Promise.resolve({ status: 400, headers: {}, body: { error: 'invalid_request' } });
    },
  } as unknown as TokenEndpoint;

  beforeEach(() => {
    asked = [];
    vi.stubEnv('IDENTITY_ENDPOINT', 'http://127.0.0.1:4/msi/token');
    vi.stubEnv('IDENTITY_HEADER', 'header-of-the-platform');
  });
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['https://login.microsoftonline.com/organizations', 'api://AzureADTokenExchange'],
    ['https://login.microsoftonline.us/organizations', 'api://AzureADTokenExchangeUSGov'],
    ['https://login.partner.microsoftonline.cn/organizations', 'api://AzureADTokenExchangeChina'],
  ])('with AUTHORITY %s, requests a managed identity token for %s', async (AUTHORITY, audience) => {
    const config = readConfig({ CLIENT_ID, AUTHORITY, MANAGED_IDENTITY_CLIENT_ID: CLIENT_ID });
    const exchange = createExchange(config, loadCredential(config.credential, Date.now()), endpoint);
    const call = { correlationId: CLIENT_ID, signal: new AbortController().signal, deadline: Infinity };
    await expect(exchange({ assertion: 'token', tid: TENANT }, call)).rejects.toMatchObject({
      code: 'server_misconfigured',
    });
    expect(asked[0]?.searchParams.get('resource')).toBe(audience);
  });
});

const token = (accessToken: string) => ({ accessToken, expiresAt: 1_000 });

describe('TokenStore', () => {
  it('returns the stored token unchanged', () => {
    const store = new TokenStore();
    const odd = 'eyJ0.AZaz09-_~+/=.ÿ';
    store.set('key', token(odd));
    expect(store.find('key')).toEqual(token(odd));
    expect(store.find('other')).toBeUndefined();
  });

  it('replaces and deletes', () => {
    const store = new TokenStore();
    store.set('key', token('first'));
    store.set('key', token('second'));
    expect(store.find('key')?.accessToken).toBe('second');
    store.delete('key');
    expect(store.find('key')).toBeUndefined();
  });

  it('evicts the least recently used tokens beyond its size', () => {
    const store = new TokenStore(10 * 2_400);
    for (let number = 0; number < 9; number += 1) store.set(`key ${number}`, token('a'.repeat(2_000)));
    store.find('key 0');
    for (let number = 9; number < 12; number += 1) store.set(`key ${number}`, token('a'.repeat(2_000)));
    expect(store.find('key 0')).toBeDefined();
    expect(store.find('key 1')).toBeUndefined();
    expect(store.find('key 11')).toBeDefined();
  });

  it('does not store a token larger than its size', () => {
    const store = new TokenStore(1_000);
    store.set('key', token('a'.repeat(5_000)));
    expect(store.find('key')).toBeUndefined();
  });
});
