import { afterEach, beforeEach, expect, it } from 'vitest';
import { CLIENT_ID, createSigningPair, goodClaims, sign, TENANT } from '../../../tests/server/issuer.ts';
import { startTestServer, type TestServer } from '../../../tests/server/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const keyLoads = () => server.entra.requests.filter(({ method }) => method === 'GET');
const appidOf = (url: URL) => url.searchParams.get('appid');

it.each([
  ['2.0', (origin: string) => ({ ...goodClaims(origin) })],
  [
    '1.0',
    (origin: string) => ({
      ...goodClaims(origin),
      ver: '1.0',
      iss: `https://sts.windows.net/${TENANT}/`,
      aud: `api://${CLIENT_ID}`,
    }),
  ],
])('accepts a v%s token whose key is only in the key set of the application', async (_v, claims) => {
  const own = await createSigningPair('key-of-the-application');
  const issuer = `${server.entra.origin}/{tenantid}/v2.0`;
  server.answerKeys(({ url }) => ({
    json: { keys: [appidOf(url) === CLIENT_ID ? { ...own.jwk, issuer } : server.pair.jwk] },
  }));
  const reply = await server.get('/api/me', await sign(own, claims(server.entra.origin)));
  expect(reply.status).toBe(200);
  expect(keyLoads()).toHaveLength(1);
});

it('rejects a token whose key belongs to another issuer', async () => {
  const own = await createSigningPair('key-of-the-application');
  const issuer = `${server.entra.origin}/bbbbbbbb-0000-4000-8000-000000000002/v2.0`;
  server.answerKeys({ json: { keys: [{ ...own.jwk, issuer }] } });
  const reply = await server.get('/api/me', await sign(own, goodClaims(server.entra.origin)));
  expect(reply.problem.code).toBe('token_invalid');
});

it.each([400, 404])(
  'loads the common key set if the provider responds with %i to the parameter',
  async (status) => {
    server.answerKeys(({ url }) =>
      appidOf(url) === null ? { json: { keys: [server.pair.jwk] } } : { status, body: 'unknown parameter' },
    );
    expect((await server.get('/api/me', await server.token())).status).toBe(200);
    expect(keyLoads().map(({ url }) => appidOf(url))).toEqual([CLIENT_ID, null]);
  },
);

it('ends both attempts within the time limit of one load', async () => {
  server.answerKeys(({ url }) => (appidOf(url) === null ? 'hang' : { status: 404 }));
  const start = performance.now();
  expect((await server.get('/api/me', await server.token())).problem.code).toBe('entra_timeout');
  expect(performance.now() - start).toBeLessThan(2_500);
});

it('loads once per cooldown for unknown key ids', async () => {
  await server.close();
  server = await startTestServer({ limits: { keysCooldownMs: 60_000 } });
  await server.get('/api/me', await server.token());
  const forged = await Promise.all(
    Array.from({ length: 20 }, (_, i) => server.token({ uti: `${i}` }, { kid: `forged-${i}` })),
  );
  const codes = await Promise.all(
    forged.map(async (token) => (await server.get('/api/me', token)).problem.code),
  );
  expect(new Set(codes)).toEqual(new Set(['token_invalid']));
  expect(keyLoads().length).toBeLessThanOrEqual(2);
});
