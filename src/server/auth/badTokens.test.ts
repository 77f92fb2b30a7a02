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

/** HS256 with the public key as the secret: the forgery that a server falls for that lets the header choose. */
async function confused(): Promise<string> {
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
  ['a header that is no JSON', 401, 'token_malformed', () => 'e30x.e30.e30'],
  [
    'a payload that is no object',
    401,
    'token_malformed',
    () => `${encode({ alg: 'RS256' })}.${encode([1])}.AA`,
  ],
  ['an encrypted token', 401, 'token_malformed', () => 'a.b.c.d.e'],
  ['30 kB that are no token', 401, 'token_malformed', () => `${'a'.repeat(30_000)}.b.c`],
  ['alg none', 401, 'token_invalid', () => `${encode({ alg: 'none', kid: 'key-1' })}.${encode(claims())}.`],
  ['HS256 with the public key', 401, 'token_invalid', confused],
  [
    'a header with crit',
    401,
    'token_invalid',
    () => `${encode({ alg: 'RS256', kid: 'key-1', crit: ['x'] })}.e30.AA`,
  ],
  ['no kid', 401, 'token_invalid', () => server.token({}, { kid: undefined })],
  ['an unknown kid', 401, 'token_invalid', () => server.token({}, { kid: 'nobody' })],
  [
    'a signature by another key',
    401,
    'token_invalid',
    async () => sign(await createSigningPair('key-1'), claims()),
  ],
  ['an altered payload', 401, 'token_invalid', tampered],
  [
    'a key inside of the header',
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
    'an issuer that only begins right',
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
  ['no version', 401, 'token_invalid', () => server.token({ ver: undefined })],
  ['another audience', 401, 'token_invalid', () => server.token({ aud: 'https://graph.microsoft.com' })],
  ['a list of audiences', 401, 'token_invalid', () => server.token({ aud: [CLIENT_ID] })],
  [
    'a tenant that is no GUID',
    401,
    'token_invalid',
    () => server.token({ tid: 'contoso', iss: `${server.entra.origin}/contoso/v2.0` }),
  ],
  ['an expired token', 401, 'token_expired', () => server.token({ exp: seconds() - 61 })],
  ['no exp', 401, 'token_invalid', () => server.token({ exp: undefined })],
  ['an exp that is text', 401, 'token_invalid', () => sign(server.pair, { ...claims(), exp: '9999999999' })],
  ['a token of the future', 401, 'token_invalid', () => server.token({ nbf: seconds() + 90 })],
  ['another scope', 403, 'scope_missing', () => server.token({ scp: 'access_as_user_readonly other' })],
  ['no scope', 403, 'scope_missing', () => server.token({ scp: undefined })],
  [
    'a token of an application',
    403,
    'scope_missing',
    () => server.token({ scp: undefined, idtyp: 'app', roles: ['access_as_user'] }),
  ],
  ['a token of an application with a scope', 401, 'token_invalid', () => server.token({ idtyp: 'app' })],
  ['no oid', 401, 'token_invalid', () => server.token({ oid: undefined })],
  [
    'another organization',
    403,
    'tenant_not_allowed',
    () => server.token({ tid: OTHER_TENANT, iss: `${server.entra.origin}/${OTHER_TENANT}/v2.0` }),
  ],
];

describe('a bad token', () => {
  it.each(cases)('%s: %i %s', async (_name, status, code, token) => {
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
    ['nothing after the scheme', 'Bearer '],
    ['an empty header', ''],
  ])('%s: 401 token_missing, without an error code in the challenge', async (_name, authorization) => {
    const init = authorization === undefined ? {} : { headers: { authorization } };
    const reply = await server.get('/api/files', undefined, init);
    expect(reply.problem).toMatchObject({ status: 401, code: 'token_missing' });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="api"');
  });

  it('never gets as far as Entra ID or Graph, and is in no log line', async () => {
    const token = await server.token({ aud: 'somebody' });
    await server.get(`/api/me?token=${token}`, token);
    expect(server.exchanges()).toHaveLength(0);
    expect(server.graph.requests).toHaveLength(0);
    for (const part of token.split('.').slice(0, 2)) expect(server.log.text()).not.toContain(part);
  });
});

describe('a token larger than the headers may be', () => {
  it('is refused with 431 and a detail that names the size and the group claims', async () => {
    const reply = await server.get('/api/me', await server.token({ roles: 'x'.repeat(26_000) }));
    expect(reply.problem).toMatchObject({ status: 431, code: 'request_invalid' });
    expect(reply.problem.detail).toMatch(/32 kB.*group claims/);
  });

  it('is refused by name where no parser has done so', () => {
    expect(() => readBearer(`Bearer ${'a'.repeat(40_000)}`)).toThrow(
      expect.objectContaining({
        code: 'token_malformed',
        facts: { detail: expect.stringMatching(/40 kB.*32 kB.*group claims/) as string },
      }),
    );
  });
});

describe('a good token', () => {
  it.each([
    ['v2.0', () => server.token()],
    [
      'v1.0, as Office may bring it',
      () =>
        server.token({
          ver: '1.0',
          iss: `https://sts.windows.net/${TENANT}/`,
          aud: `api://localhost:3100/${CLIENT_ID}`,
        }),
    ],
    ['with the short App ID URI', () => server.token({ aud: `api://${CLIENT_ID}` })],
    ['with more scopes', () => server.token({ scp: 'other access_as_user' })],
    [
      'expired for less than the clocks may differ',
      () => server.token({ ...issuedAt(seconds() - 3_600), exp: seconds() - 30 }),
    ],
    ['issued by a clock that is ahead a little', () => server.token(issuedAt(seconds() + 30))],
    ['for a whole day', () => server.token({ exp: seconds() + 24 * 3_600 })],
    ['without iat and nbf', () => server.token({ iat: undefined, nbf: undefined })],
  ])('%s', async (_name, token) => {
    expect((await server.get('/api/me', await token())).json).toMatchObject({ id: USER });
  });

  const guids = (count: number) =>
    Array.from({ length: count }, (_, i) => `dddddddd-0000-4000-8000-${String(i).padStart(12, '0')}`);
  it.each<[string, Claims]>([
    ['199 groups', { groups: guids(199), hasgroups: true }],
    ['199 groups and custom claims', { groups: guids(199), extension_department: 'x'.repeat(4_000) }],
    ['many directory roles and capabilities', { wids: guids(300), xms_cc: ['CP1', ...guids(60)] }],
    [
      'the sign of too many groups',
      { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph.example' } } },
    ],
    ['claims up to the limit of the headers', { groups: guids(560) }],
  ])('with %s reaches the exchange unchanged', async (_name, more) => {
    const token = await server.token(more);
    expect((await server.get('/api/me', token)).json).toMatchObject({ id: USER });
    expect(new URLSearchParams(server.exchanges().at(-1)?.body).get('assertion')).toBe(token);
  });

  it('with a scheme in small letters', async () => {
    const headers = { authorization: `bearer ${await server.token()}` };
    expect((await server.get('/api/me', undefined, { headers })).json).toMatchObject({ id: USER });
  });
});
