import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../contract/catalogue.ts';
import {
  CLIENT_ID,
  createSigningPair,
  encode,
  goodClaims,
  OTHER_TENANT,
  sign,
  TENANT,
  USER,
  type Claims,
} from '../../../tests/server/issuer.ts';
import { readBearer } from './bearerToken.ts';
import { startTestServer, type TestServer } from '../../../tests/server/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ settings: { ALLOWED_TENANTS: TENANT } });
});
afterAll(() => server.close());
afterEach(() => expect(server.log.take('error')).toEqual([]));

const seconds = () => Math.floor(Date.now() / 1000);
const issuedAt = (time: number) => ({ iat: time, nbf: time });
const claims = () => goodClaims(server.entra.origin);

/** HS256 with the public key as the secret: fools servers that let the header choose the algorithm. */
async function algorithmConfusion(): Promise<string> {
  const publicKey = await exportSPKI(
    (await importJWK(server.pair.jwk, 'RS256', { extractable: true })) as CryptoKey,
  );
  const unsigned = `${encode({ alg: 'HS256', kid: 'key-1' })}.${encode(claims())}`;
  return `${unsigned}.${createHmac('sha256', publicKey).update(unsigned).digest('base64url')}`;
}

async function tampered(): Promise<string> {
  const [header, , signature] = (await server.token()).split('.');
  return `${header}.${encode({ ...claims(), oid: 'dddddddd-0000-4000-8000-000000000004' })}.${signature}`;
}

type Case = readonly [name: string, status: number, code: ProblemCode, token: () => string | Promise<string>];
const cases: readonly Case[] = [
  ['garbage', 401, 'token_malformed', () => 'garbage'],
  ['two parts', 401, 'token_malformed', () => 'a.b'],
  ['a header that is not JSON', 401, 'token_malformed', () => 'e30x.e30.e30'],
  [
    'a payload that is not an object',
    401,
    'token_malformed',
    () => `${encode({ alg: 'RS256' })}.${encode([1])}.AA`,
  ],
  ['an encrypted token', 401, 'token_malformed', () => 'a.b.c.d.e'],
  ['30 kB of garbage', 401, 'token_malformed', () => `${'a'.repeat(30_000)}.b.c`],
  ['alg none', 401, 'token_invalid', () => `${encode({ alg: 'none', kid: 'key-1' })}.${encode(claims())}.`],
  ['HS256 with the public key', 401, 'token_invalid', algorithmConfusion],
  [
    'a header with crit',
    401,
    'token_invalid',
    () => `${encode({ alg: 'RS256', kid: 'key-1', crit: ['x'] })}.e30.AA`,
  ],
  ['a missing kid', 401, 'token_invalid', () => server.token({}, { kid: undefined })],
  ['an unknown kid', 401, 'token_invalid', () => server.token({}, { kid: 'nobody' })],
  [
    'a signature with another key',
    401,
    'token_invalid',
    async () => sign(await createSigningPair('key-1'), claims()),
  ],
  ['an altered payload', 401, 'token_invalid', tampered],
  [
    'a key in the header',
    401,
    'token_invalid',
    async () => {
      const own = await createSigningPair('key-1');
      return sign(own, claims(), { jwk: own.jwk });
    },
  ],
  [
    'the issuer of another tenant',
    401,
    'token_invalid',
    () => server.token({ iss: `${server.entra.origin}/${OTHER_TENANT}/v2.0` }),
  ],
  [
    'an issuer with a valid prefix',
    401,
    'token_invalid',
    () => server.token({ iss: `${server.entra.origin}/${TENANT}/v2.0/x` }),
  ],
  [
    'the v1 issuer in a v2 token',
    401,
    'token_invalid',
    () => server.token({ iss: `https://sts.windows.net/${TENANT}/` }),
  ],
  ['an unknown version', 401, 'token_invalid', () => server.token({ ver: '3.0' })],
  ['a missing version', 401, 'token_invalid', () => server.token({ ver: undefined })],
  ['another audience', 401, 'token_invalid', () => server.token({ aud: 'https://graph.microsoft.com' })],
  ['a list of audiences', 401, 'token_invalid', () => server.token({ aud: [CLIENT_ID] })],
  [
    'a tenant that is not a GUID',
    401,
    'token_invalid',
    () => server.token({ tid: 'contoso', iss: `${server.entra.origin}/contoso/v2.0` }),
  ],
  ['an expired token', 401, 'token_expired', () => server.token({ exp: seconds() - 61 })],
  ['a missing exp', 401, 'token_invalid', () => server.token({ exp: undefined })],
  [
    'an exp that is a string',
    401,
    'token_invalid',
    () => sign(server.pair, { ...claims(), exp: '9999999999' }),
  ],
  ['a token that is not valid yet', 401, 'token_invalid', () => server.token({ nbf: seconds() + 90 })],
  ['another scope', 403, 'scope_missing', () => server.token({ scp: 'access_as_user_readonly other' })],
  ['a missing scope', 403, 'scope_missing', () => server.token({ scp: undefined })],
  [
    'an application token',
    403,
    'scope_missing',
    () => server.token({ scp: undefined, idtyp: 'app', roles: ['access_as_user'] }),
  ],
  ['an application token with a scope', 401, 'token_invalid', () => server.token({ idtyp: 'app' })],
  ['a missing oid', 401, 'token_invalid', () => server.token({ oid: undefined })],
  [
    'another organization',
    403,
    'tenant_not_allowed',
    () => server.token({ tid: OTHER_TENANT, iss: `${server.entra.origin}/${OTHER_TENANT}/v2.0` }),
  ],
];

describe('an invalid token', () => {
  it.each(cases)('with %s gets %i %s', async (_name, status, code, token) => {
    const reply = await server.get('/api/me', await token());
    expect(reply.problem).toMatchObject({ status, code });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    const challenge = reply.headers.get('www-authenticate');
    expect(challenge).toContain(status === 403 ? 'error="insufficient_scope"' : 'error="invalid_token"');
  });

  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['no token after the scheme', 'Bearer '],
    ['an empty header', ''],
  ])('with %s gets 401 token_missing and a challenge without an error code', async (_name, authorization) => {
    const init = authorization === undefined ? {} : { headers: { authorization } };
    const reply = await server.get('/api/files', undefined, init);
    expect(reply.problem).toMatchObject({ status: 401, code: 'token_missing' });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="api"');
  });

  it('causes no request to Entra ID or Graph, and is not logged', async () => {
    const token = await server.token({ aud: 'somebody' });
    await server.get(`/api/me?token=${token}`, token);
    expect(server.exchanges()).toHaveLength(0);
    expect(server.graph.requests).toHaveLength(0);
    for (const part of token.split('.').slice(0, 2)) expect(server.log.text()).not.toContain(part);
  });
});

describe('a token larger than the header limit', () => {
  it('gets 431 and a detail with the limit and advice on group claims', async () => {
    const reply = await server.get('/api/me', await server.token({ roles: 'x'.repeat(26_000) }));
    expect(reply.problem).toMatchObject({ status: 431, code: 'request_invalid' });
    expect(reply.problem.detail).toMatch(/32 kB.*group claims/);
  });

  it('gets token_malformed if the HTTP parser accepts it', () => {
    expect(() => readBearer(`Bearer ${'a'.repeat(40_000)}`)).toThrow(
      expect.objectContaining({
        code: 'token_malformed',
        facts: { detail: expect.stringMatching(/40 kB.*32 kB.*group claims/) as string },
      }),
    );
  });
});

describe('a valid token', () => {
  it.each([
    ['v2.0', () => server.token()],
    [
      'v1.0, as Office can send it',
      () =>
        server.token({
          ver: '1.0',
          iss: `https://sts.windows.net/${TENANT}/`,
          aud: `api://localhost:3100/${CLIENT_ID}`,
        }),
    ],
    ['with the short App ID URI', () => server.token({ aud: `api://${CLIENT_ID}` })],
    ['with additional scopes', () => server.token({ scp: 'other access_as_user' })],
    [
      'expired within the clock tolerance',
      () => server.token({ ...issuedAt(seconds() - 3_600), exp: seconds() - 30 }),
    ],
    ['issued slightly in the future', () => server.token(issuedAt(seconds() + 30))],
    ['valid for a whole day', () => server.token({ exp: seconds() + 24 * 3_600 })],
    ['without iat and nbf', () => server.token({ iat: undefined, nbf: undefined })],
  ])('is accepted: %s', async (_name, token) => {
    expect((await server.get('/api/me', await token())).json).toMatchObject({ id: USER });
  });

  const guids = (count: number) =>
    Array.from({ length: count }, (_, i) => `dddddddd-0000-4000-8000-${String(i).padStart(12, '0')}`);
  it.each<[string, Claims]>([
    ['199 groups', { groups: guids(199), hasgroups: true }],
    ['199 groups and custom claims', { groups: guids(199), extension_department: 'x'.repeat(4_000) }],
    ['many directory roles and capabilities', { wids: guids(300), xms_cc: ['CP1', ...guids(60)] }],
    [
      'a group overage claim',
      { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph.example' } } },
    ],
    ['claims up to the header limit', { groups: guids(560) }],
  ])('with %s reaches the exchange unchanged', async (_name, more) => {
    const token = await server.token(more);
    expect((await server.get('/api/me', token)).json).toMatchObject({ id: USER });
    expect(new URLSearchParams(server.exchanges().at(-1)?.body).get('assertion')).toBe(token);
  });

  it('is accepted with a lowercase scheme', async () => {
    const headers = { authorization: `bearer ${await server.token()}` };
    expect((await server.get('/api/me', undefined, { headers })).json).toMatchObject({ id: USER });
  });
});
