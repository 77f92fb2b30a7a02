import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
import { beforeAll, expect, it, describe, afterAll, afterEach } from 'vitest';
import {
  CLIENT_ID,
  createSigningPair,
  goodClaims,
  sign,
  USER,
  OTHER_TENANT,
  TENANT,
  encode,
  type SigningPair,
  type Claims,
} from '../../../tests/server/stubService.ts';
import { startTestServer, type TestServer } from '../../../tests/server/testServer.ts';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { isProblem } from '../../contract/problem.ts';
import { SigningKeys } from './signingKeys.ts';
import {
  TokenValidator,
  checkClaims,
  PERSONAL_TENANT,
  issuersOf,
  checkTimes,
  readBearer,
  type ClaimRules,
} from './tokenValidator.ts';

const origin = 'https://login.microsoftonline.com';
const rules = {
  authority: { url: `${origin}/common`, origin, host: 'login.microsoftonline.com', tenant: 'common' },
  clientId: CLIENT_ID,
  addinOrigin: 'https://addin.contoso.com',
  allowedTenants: [],
};
let pair: SigningPair;
let other: SigningPair;
beforeAll(async () => {
  [pair, other] = await Promise.all([createSigningPair('one'), createSigningPair('another')]);
});

/** A validator with a key set that the test can change. */
async function setUp() {
  const state = { now: Date.now(), lookups: 0, published: [pair.jwk] };
  const url = new URL(`${origin}/common/discovery/v2.0/keys`);
  const load = () => Promise.resolve({ keys: state.published });
  const keys = new SigningKeys(url, load, () => state.now, { keysCooldownMs: 5_000 });
  await keys.reload();
  const counted = {
    find: (kid: string) => {
      state.lookups += 1;
      return keys.find(kid);
    },
    publishes: keys.publishes.bind(keys),
  };
  const publish = (...pairs: SigningPair[]) => {
    state.published = pairs.map(({ jwk }) => jwk);
    return keys.reload();
  };
  return { state, publish, validator: new TokenValidator(rules, counted, () => state.now) };
}

it('caches a valid token until it expires', async () => {
  const { state, validator } = await setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  const first = await validator.validate(token);
  expect(first).toMatchObject({ oid: USER, token });
  expect(await validator.validate(token)).toEqual(first);
  expect(state.lookups).toBe(1);
  state.now = first.expiresAt + 60_000;
  await expect(validator.validate(token)).rejects.toMatchObject({ code: 'token_expired' });
});

it('does not cache an invalid token', async () => {
  const { state, validator } = await setUp();
  const token = await sign(await createSigningPair('one'), goodClaims(origin, state.now));
  for (let i = 0; i < 3; i += 1)
    await expect(validator.validate(token)).rejects.toMatchObject({ code: 'token_invalid' });
  expect(state.lookups).toBe(3);
});

it('rejects a token that differs from a cached one only in its last characters', async () => {
  const { state, validator } = await setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  await validator.validate(token);
  await expect(validator.validate(`${token.slice(0, -4)}AAAA`)).rejects.toMatchObject({
    code: 'token_invalid',
  });
});

it('rejects a cached token after its key has been withdrawn', async () => {
  const { state, publish, validator } = await setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  await validator.validate(token);
  await publish(pair, other);
  await validator.validate(token);
  expect(state.lookups).toBe(1);
  await publish(other);
  await expect(validator.validate(token)).rejects.toMatchObject({ code: 'token_invalid' });
});

it('rejects a cached token after its key id was assigned to another key', async () => {
  const { state, publish, validator } = await setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  await validator.validate(token);
  await publish({ ...other, jwk: { ...other.jwk, kid: 'one' } });
  await expect(validator.validate(token)).rejects.toMatchObject({ code: 'token_invalid' });
});

it('rejects a token on its next use if its key was withdrawn during validation', async () => {
  const { state, publish, validator } = await setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  const validated = validator.validate(token);
  expect(state.lookups).toBe(1);
  await publish(other);
  await validated;
  await expect(validator.validate(token)).rejects.toMatchObject({ code: 'token_invalid' });
});

const now = Date.parse('2026-01-01T00:00:00Z');

function tenantVerdict(tenant: string, tid: string, allowedTenants: string[] = []): string {
  const rules: ClaimRules = {
    authority: { url: `${origin}/${tenant}`, origin, host: 'login.microsoftonline.com', tenant },
    clientId: CLIENT_ID,
    addinOrigin: 'https://addin.contoso.com',
    allowedTenants,
  };
  try {
    return checkClaims({ ...goodClaims(origin, now), tid, iss: `${origin}/${tid}/v2.0` }, rules, now).tid;
  } catch (error) {
    return isProblem(error) ? error.code : 'not a problem';
  }
}

describe('allowed tenants', () => {
  it.each([
    ['common', TENANT, [], TENANT],
    ['common', PERSONAL_TENANT, [], PERSONAL_TENANT],
    ['organizations', TENANT, [], TENANT],
    ['organizations', PERSONAL_TENANT, [], 'tenant_not_allowed'],
    ['consumers', PERSONAL_TENANT, [], PERSONAL_TENANT],
    ['consumers', TENANT, [], 'tenant_not_allowed'],
    [TENANT, TENANT, [], TENANT],
    [TENANT, OTHER_TENANT, [], 'tenant_not_allowed'],
    [TENANT, OTHER_TENANT, [OTHER_TENANT], 'tenant_not_allowed'],
    [PERSONAL_TENANT, PERSONAL_TENANT, [], PERSONAL_TENANT],
    [PERSONAL_TENANT, TENANT, [], 'tenant_not_allowed'],
    [TENANT, PERSONAL_TENANT, [], 'tenant_not_allowed'],
    [TENANT, PERSONAL_TENANT, [PERSONAL_TENANT], 'tenant_not_allowed'],
    ['common', PERSONAL_TENANT, [PERSONAL_TENANT], PERSONAL_TENANT],
    ['common', PERSONAL_TENANT, [TENANT], 'tenant_not_allowed'],
    ['common', PERSONAL_TENANT.toUpperCase(), [], PERSONAL_TENANT],
    ['organizations', PERSONAL_TENANT.toUpperCase(), [], 'tenant_not_allowed'],
    ['organizations', PERSONAL_TENANT, [PERSONAL_TENANT], 'tenant_not_allowed'],
    ['organizations', OTHER_TENANT, [TENANT], 'tenant_not_allowed'],
    ['consumers', PERSONAL_TENANT, [TENANT], 'tenant_not_allowed'],
    ['common', TENANT, [TENANT], TENANT],
    ['common', TENANT.toUpperCase(), [TENANT], TENANT],
    ['common', TENANT, [OTHER_TENANT], 'tenant_not_allowed'],
  ])('with authority %s, a user of %s and ALLOWED_TENANTS %j: %s', (tenant, tid, allowed, expected) => {
    expect(tenantVerdict(tenant, tid, allowed)).toBe(expected);
  });
});

it.each([
  [
    'https://login.microsoftonline.com',
    'https://login.microsoftonline.com/t/v2.0',
    'https://sts.windows.net/t/',
  ],
  ['https://login.windows.net', 'https://login.microsoftonline.com/t/v2.0', 'https://sts.windows.net/t/'],
  [
    'https://login.microsoftonline.us',
    'https://login.microsoftonline.us/t/v2.0',
    'https://sts.windows.net/t/',
  ],
  [
    'https://login.partner.microsoftonline.cn',
    'https://login.partner.microsoftonline.cn/t/v2.0',
    'https://sts.chinacloudapi.cn/t/',
  ],
  [
    'https://login.chinacloudapi.cn',
    'https://login.partner.microsoftonline.cn/t/v2.0',
    'https://sts.chinacloudapi.cn/t/',
  ],
])('returns the v2.0 and v1.0 issuers of %s', (origin, v2, v1) => {
  expect(issuersOf({ origin }, 't')).toEqual({ v2, v1 });
});

const noon = Date.parse('2026-11-30T12:00:00Z');
const noonSeconds = noon / 1000;
const HOUR = 3_600;

type Times = Record<'exp' | 'nbf' | 'iat', unknown>;
const good: Times = { iat: noonSeconds, nbf: noonSeconds, exp: noonSeconds + HOUR };

/** Returns exp in milliseconds, or the problem code. */
function timesVerdict(changed: Partial<Times>): number | string {
  try {
    return checkTimes({ ...good, ...changed }, noon);
  } catch (error) {
    if (isProblem(error)) return error.code;
    throw error;
  }
}

describe('checkTimes', () => {
  it.each<[string, Partial<Times>]>([
    ['a token valid for an hour', {}],
    ['a token valid for a day', { exp: noonSeconds + 24 * HOUR }],
    ['exp 25 hours ahead', { exp: noonSeconds + 25 * HOUR }],
    ['exp 59 seconds ago', { iat: noonSeconds - HOUR, nbf: noonSeconds - HOUR, exp: noonSeconds - 59 }],
    ['nbf and iat 60 seconds ahead', { iat: noonSeconds + 60, nbf: noonSeconds + 60 }],
    ['a token without iat and nbf', { iat: undefined, nbf: undefined }],
  ])('accepts %s', (_name, changed) => {
    expect(timesVerdict(changed)).toBe(Number({ ...good, ...changed }.exp) * 1000);
  });

  it.each(['exp', 'nbf', 'iat'] as const)('rejects any %s that is not a whole number of seconds', (name) => {
    const invalid = [
      noon + HOUR * 1000, // milliseconds
      1e308,
      Number.MAX_SAFE_INTEGER,
      Infinity,
      NaN,
      -1,
      -noonSeconds,
      noonSeconds + 0.5,
      String(noonSeconds + HOUR),
      '',
      null,
      true,
      [noonSeconds],
      { valueOf: () => noonSeconds },
    ];
    for (const value of invalid) expect(timesVerdict({ [name]: value }), String(value)).toBe('token_invalid');
  });

  it.each<[string, Partial<Times>, string]>([
    ['exp 25 hours and a second ahead', { exp: noonSeconds + 25 * HOUR + 1 }, 'token_invalid'],
    ['nbf after exp', { nbf: noonSeconds + 40, exp: noonSeconds + 20 }, 'token_invalid'],
    [
      'nbf after exp, both within the tolerance',
      { nbf: noonSeconds - 10, exp: noonSeconds - 20 },
      'token_invalid',
    ],
    ['nbf equal to exp', { nbf: noonSeconds + 30, exp: noonSeconds + 30 }, 'token_invalid'],
    ['iat after exp', { iat: noonSeconds + 40, exp: noonSeconds + 20 }, 'token_invalid'],
    ['nbf 61 seconds ahead', { nbf: noonSeconds + 61 }, 'token_invalid'],
    ['iat 61 seconds ahead', { iat: noonSeconds + 61 }, 'token_invalid'],
    ['a missing exp', { exp: undefined }, 'token_invalid'],
    ['exp 60 seconds ago', { exp: noonSeconds - 60 }, 'token_expired'],
    ['an exp of 0', { exp: 0 }, 'token_expired'],
  ])('rejects %s', (_name, changed, code) => {
    expect(timesVerdict(changed)).toBe(code);
  });

  it('accepts only whole seconds in the right order, for any JSON value', () => {
    const nearby = fc.integer({ min: -30 * HOUR, max: 30 * HOUR }).map((offset) => noonSeconds + offset);
    const value = fc.oneof(
      { weight: 4, arbitrary: nearby },
      fc.double(),
      fc.bigInt().map(Number),
      fc.jsonValue(),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.record({ exp: value, nbf: value, iat: value }), (times) => {
        const result = timesVerdict(times);
        if (typeof result === 'string') return ['token_invalid', 'token_expired'].includes(result);
        const { exp, nbf, iat } = times as Record<string, number | undefined>;
        expect(result).toBe(Number(exp) * 1000);
        for (const time of [exp, nbf, iat]) {
          if (time === undefined) continue;
          expect(Number.isSafeInteger(time)).toBe(true);
          expect(time).toBeLessThanOrEqual(noonSeconds + 25 * HOUR);
        }
        expect(exp).toBeGreaterThan(noonSeconds - 60);
        expect(nbf ?? noonSeconds).toBeLessThanOrEqual(noonSeconds + 60);
        expect(iat ?? noonSeconds).toBeLessThanOrEqual(noonSeconds + 60);
        expect(nbf ?? -1).toBeLessThan(exp ?? 0);
        return true;
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a request with a token', () => {
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

  type Case = readonly [
    name: string,
    status: number,
    code: ProblemCode,
    token: () => string | Promise<string>,
  ];
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
    ])(
      'with %s gets 401 token_missing and a challenge without an error code',
      async (_name, authorization) => {
        const init = authorization === undefined ? {} : { headers: { authorization } };
        const reply = await server.get('/api/files', undefined, init);
        expect(reply.problem).toMatchObject({ status: 401, code: 'token_missing' });
        expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="api"');
      },
    );

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
});
