import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
import {
  CLIENT_ID,
  createSigningPair,
  encode,
  goodClaims,
  OTHER_TENANT,
  sign,
  TENANT,
  type Claims,
} from '../stubService.ts';
import type { TestServer } from '../testServer.ts';
import { ask, request, sendBytes, type Fault } from './fault.ts';

const seconds = () => Math.floor(Date.now() / 1000);
const header = { alg: 'RS256', typ: 'JWT', kid: 'key-1' };

type MakeToken = (server: TestServer) => string | Promise<string>;

const withToken =
  (status: number, code: Fault['code'] & string) =>
  ([name, make]: readonly [string, MakeToken]): Fault => ({
    name,
    act: async (server) => ask(server, '/api/me', await make(server)),
    status,
    code,
  });

const claims =
  (changed: Claims | ((server: TestServer) => Claims)): MakeToken =>
  (server) =>
    server.token(typeof changed === 'function' ? changed(server) : changed);
/** A signed token with changes to its header. */
const headed =
  (changed: Record<string, unknown>): MakeToken =>
  (server) =>
    server.token({}, changed);
/** A token with this header and payload and a dummy signature. */
const unsigned =
  (head: unknown, payload?: unknown): MakeToken =>
  ({ entra }) =>
    `${encode(head)}.${encode(payload ?? goodClaims(entra.origin))}.AAAA`;
const parts =
  (...texts: readonly string[]): MakeToken =>
  () =>
    texts.map((text) => Buffer.from(text).toString('base64url')).join('.');

/** HS256 with the public key as the secret: fools servers that let the header choose the algorithm. */
const algorithmConfusion: MakeToken = async (server) => {
  const key = (await importJWK(server.pair.jwk, 'RS256', { extractable: true })) as CryptoKey;
  const text = `${encode({ ...header, alg: 'HS256' })}.${encode(goodClaims(server.entra.origin))}`;
  return `${text}.${createHmac('sha256', await exportSPKI(key))
    .update(text)
    .digest('base64url')}`;
};
/** The attacker's own key, with additional header members. */
const ownKey =
  (more: (pair: Awaited<ReturnType<typeof createSigningPair>>) => Record<string, unknown>): MakeToken =>
  async (server) => {
    const pair = await createSigningPair('key-1');
    return sign(pair, goodClaims(server.entra.origin), more(pair));
  };
const altered: MakeToken = async (server) => {
  const [head, , signature] = (await server.token()).split('.');
  const other = { ...goodClaims(server.entra.origin), oid: 'dddddddd-0000-4000-8000-000000000004' };
  return `${head}.${encode(other)}.${signature}`;
};

const missing: Fault[] = (
  [
    ['no Authorization header', []],
    ['another scheme', ['Authorization: Basic dXNlcjpwYXNzd29yZA==']],
    ['no token after the scheme', ['Authorization: Bearer']],
    ['the token in a cookie', ['Cookie: token=eyJhbGciOiJSUzI1NiJ9.e30.AA']],
  ] as const
).map(([name, lines]) => ({
  name,
  act: (server: TestServer) => sendBytes(server.origin, request('/api/me', lines)),
  status: 401,
  code: 'token_missing' as const,
}));

export const tokenFaults: readonly Fault[] = [
  ...missing,
  {
    name: 'the token in the URL',
    act: async (server) => ask(server, `/api/me?access_token=${await server.token()}`, undefined),
    status: 401,
    code: 'token_missing',
  },
  {
    name: 'two Authorization headers, the second one valid',
    act: async (server) =>
      ask(server, '/api/me', 'garbage', [`Authorization: Bearer ${await server.token()}`]),
    status: 401,
    code: 'token_malformed',
  },
  ...(
    [
      ['garbage', () => 'garbage'],
      ['two words', () => 'eyJhbGciOiJub25lIn0 e30'],
      ['five parts, like an encrypted token', () => 'a.b.c.d.e'],
      ['30 kB', () => `${'a'.repeat(30_000)}.b.c`],
      ['a header that is not JSON', parts('RS256', '{}', 'x')],
      ['a header that is null', parts('null', '{}', 'x')],
      ['a payload that is an array', unsigned(header, [1])],
      ['4,000 nested arrays', parts(JSON.stringify(header), '['.repeat(4_000), 'x')],
      ['base64 with padding', async (server) => `${await server.token()}==`],
      ['a lone surrogate and NUL', parts('\ud800\u0000', '\u0000', '\u0000')],
    ] satisfies [string, MakeToken][]
  ).map(withToken(401, 'token_malformed')),
  ...(
    [
      ['alg none', unsigned({ ...header, alg: 'none' })],
      ['alg nOnE', unsigned({ ...header, alg: 'nOnE' })],
      ['a list of algorithms', unsigned({ ...header, alg: ['RS256', 'none'] })],
      ['HS256 with the public key as the secret', algorithmConfusion],
      ['PS256', unsigned({ ...header, alg: 'PS256' })],
      ['ES256', unsigned({ ...header, alg: 'ES256' })],
      ['crit', unsigned({ ...header, crit: ['exp'], exp: 1 })],
      ['crit that is null', unsigned({ ...header, crit: null })],
      ['no kid', headed({ kid: undefined })],
      ['a kid that is a number', unsigned({ ...header, kid: 1 })],
      ['a kid of 300 characters', unsigned({ ...header, kid: 'k'.repeat(300) })],
      ['a kid that is a path', headed({ kid: '../../../../dev/null' })],
      ['a kid named like the prototype', headed({ kid: '__proto__' })],
      ['a kid of constructor', headed({ kid: 'constructor' })],
      ['an unknown kid', headed({ kid: "x' OR '1'='1" })],
      ['the key in the header (jwk)', ownKey(({ jwk }) => ({ jwk }))],
      ['a key set URL in the header (jku)', ownKey(() => ({ jku: 'https://evil.example/keys' }))],
      ['a certificate URL in the header (x5u)', ownKey(() => ({ x5u: 'https://evil.example/cert' }))],
      ['the signature of another key', ownKey(() => ({}))],
      ['an altered payload', altered],
      ['a truncated signature', async (server) => (await server.token()).slice(0, -8)],
      ['no signature', async (server) => (await server.token()).replace(/[^.]*$/, '')],
      [
        'only a member named like the prototype',
        parts(JSON.stringify(header), '{"__proto__":{"tid":"x"}}', 'x'),
      ],
      [
        'the issuer of another tenant',
        claims(({ entra }) => ({ iss: `${entra.origin}/${OTHER_TENANT}/v2.0` })),
      ],
      ['the issuer of another cloud', claims({ iss: `https://login.microsoftonline.us/${TENANT}/v2.0` })],
      ['an issuer with a valid prefix', claims(({ entra }) => ({ iss: `${entra.origin}/${TENANT}/v2.0/x` }))],
      ['the v1.0 issuer in a v2.0 token', claims({ iss: `https://sts.windows.net/${TENANT}/` })],
      ['a list of issuers', claims(({ entra }) => ({ iss: [`${entra.origin}/${TENANT}/v2.0`] }))],
      ['no version', claims({ ver: undefined })],
      ['a token for Graph itself', claims({ aud: 'https://graph.microsoft.com' })],
      ['a token for another application', claims({ aud: CLIENT_ID.replace('aa', 'bb') })],
      ['a list of audiences', claims({ aud: [CLIENT_ID] })],
      ['a tenant that is not a GUID', claims({ tid: 'contoso' })],
      ['no exp', claims({ exp: undefined })],
      [
        'an exp that is a string',
        (server) => sign(server.pair, { ...goodClaims(server.entra.origin), exp: '9e9' }),
      ],
      ['a token that is not valid yet', claims(() => ({ nbf: seconds() + 90 }))],
      ['an exp in milliseconds', claims(() => ({ exp: Date.now() + 3_600_000 }))],
      ['an exp in the year 3000', claims({ exp: 32_503_680_000 })],
      ['an nbf after exp', claims(() => ({ nbf: seconds() + 40, exp: seconds() + 20 }))],
      ['an application token with a scope', claims({ idtyp: 'app' })],
      ['no oid', claims({ oid: undefined })],
      ['an oid that is a mail address', claims({ oid: 'adele@contoso.example' })],
    ] satisfies [string, MakeToken][]
  ).map(withToken(401, 'token_invalid')),
  withToken(401, 'token_expired')(['an expired token', claims(() => ({ exp: seconds() - 61 }))]),
  ...(
    [
      ['an id token', claims({ scp: undefined, nonce: 'n' })],
      ['an application token', claims({ scp: undefined, idtyp: 'app', roles: ['access_as_user'] })],
      ['a scope with a valid prefix', claims({ scp: 'access_as_user_readonly' })],
      ['the scope in upper case', claims({ scp: 'ACCESS_AS_USER' })],
      ['a list of scopes', claims({ scp: ['access_as_user'] })],
    ] satisfies [string, MakeToken][]
  ).map(withToken(403, 'scope_missing')),
  withToken(
    403,
    'tenant_not_allowed',
  )([
    'another organization',
    claims(({ entra }) => ({ tid: OTHER_TENANT, iss: `${entra.origin}/${OTHER_TENANT}/v2.0` })),
  ]),
];
