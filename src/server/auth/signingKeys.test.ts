import { exportJWK } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createSigningPair,
  CLIENT_ID,
  goodClaims,
  sign,
  TENANT,
  type SigningPair,
} from '../../../tests/server/stubService.ts';
import { startTestServer, type TestServer } from '../../../tests/server/testServer.ts';
import { ProblemError } from '../../contract/problem.ts';
import { maySignFor, readKeySet, SigningKeys } from './signingKeys.ts';

let one: SigningPair;
let two: SigningPair;
beforeAll(async () => {
  [one, two] = await Promise.all([createSigningPair('one'), createSigningPair('two')]);
});

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** Signing keys with a key set that the test can change, and a count of its loads. */
function setUp() {
  const state = { loads: 0, keys: [one.jwk] as object[], down: false };
  const load = () => {
    state.loads += 1;
    return state.down
      ? Promise.reject(new ProblemError('entra_unavailable'))
      : Promise.resolve({ keys: state.keys });
  };
  const url = new URL('https://login.microsoftonline.com/common/discovery/v2.0/keys');
  const keys = new SigningKeys(url, load, Date.now, { keysCooldownMs: 5_000 });
  return { state, keys };
}

describe('SigningKeys', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  it('loads once for concurrent requests', async () => {
    const { state, keys } = setUp();
    const found = await Promise.all(Array.from({ length: 20 }, () => keys.find('one')));
    expect(found.every((key) => key?.kid === 'one')).toBe(true);
    expect(state.loads).toBe(1);
  });

  it('loads once per cooldown for 300 unknown key ids', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    pass(10_000);
    for (let i = 0; i < 300; i += 1) expect(await keys.find(`forged-${i}`)).toBeUndefined();
    expect(state.loads).toBe(2);
    pass(5_000);
    await keys.find('forged');
    expect(state.loads).toBe(3);
  });

  it('finds a key that has just been added', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.keys = [one.jwk, two.jwk];
    pass(5_000);
    expect((await keys.find('two'))?.kid).toBe('two');
  });

  it('serves known keys through an outage, and throws for an unknown one', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.down = true;
    pass(86_400_000);
    await expect(keys.reload()).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect((await keys.find('one'))?.kid).toBe('one');
    await expect(keys.find('two')).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect(state.loads).toBe(2);
  });

  it('loads once per cooldown for 300 unknown key ids during an outage', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.down = true;
    pass(10_000);
    for (let i = 0; i < 300; i += 1)
      await expect(keys.find(`forged-${i}`)).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect(state.loads).toBe(2);
    pass(5_000);
    await expect(keys.find('forged')).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect(state.loads).toBe(3);
  });

  it('keeps its keys when the new set has no usable one', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.keys = [
      { kty: 'EC', kid: 'curve' },
      { ...two.jwk, use: 'enc' },
      { kty: 'RSA', kid: 'broken', n: '', e: '' },
    ];
    await expect(keys.reload()).rejects.toMatchObject({ code: 'entra_error' });
    expect((await keys.find('one'))?.kid).toBe('one');
    expect(keys.publishes({ kid: 'one', n: one.jwk.n ?? '' })).toBe(true);
  });

  it('throws during an outage at startup without a load per request, and recovers', async () => {
    const { state, keys } = setUp();
    state.down = true;
    for (let i = 0; i < 10; i += 1)
      await expect(keys.find('one')).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect(state.loads).toBe(1);
    state.down = false;
    pass(1_000);
    expect((await keys.find('one'))?.kid).toBe('one');
  });

  it('reloads on demand, ignoring the cooldowns', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    await keys.reload();
    state.down = true;
    await expect(keys.reload()).rejects.toMatchObject({ code: 'entra_unavailable' });
    state.down = false;
    await keys.reload();
    expect(state.loads).toBe(4);
  });

  it.each<[string, () => object[]]>([
    ['withdrawn', () => [two.jwk]],
    ['replaced under the same id', () => [{ ...two.jwk, kid: 'one' }]],
  ])('no longer publishes a key that has been %s', async (_what, next) => {
    const { state, keys } = setUp();
    const key = await keys.find('one');
    if (!key) throw new Error('The key is missing.');
    expect(keys.publishes(key)).toBe(true);
    state.keys = next();
    await keys.reload();
    expect(keys.publishes(key)).toBe(false);
  });

  it('pairs each key with its modulus while a load replaces it', async () => {
    const { state, keys } = setUp();
    await keys.reload();
    state.keys = [{ ...two.jwk, kid: 'one' }];
    const before = keys.find('one');
    await keys.reload();
    const after = await keys.find('one');
    const moduli = [(await before)?.key, after?.key].map(async (key) => key && (await exportJWK(key)).n);
    expect(await Promise.all(moduli)).toEqual([one.jwk.n, two.jwk.n]);
    expect([(await before)?.n, after?.n]).toEqual([one.jwk.n, two.jwk.n]);
  });
});

describe('readKeySet', () => {
  const work = 'https://login.microsoftonline.com/{tenantid}/v2.0';
  const personal = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0';
  const issuersOfOne = (...entries: object[]) => readKeySet({ keys: entries })[0]?.issuers;

  it('merges the issuers of a key that is listed once per issuer', () => {
    const keys = readKeySet({ keys: [work, personal].map((issuer) => ({ ...one.jwk, issuer })) });
    expect(keys).toHaveLength(1);
    expect(keys[0]?.issuers).toEqual([work, personal]);
    expect(issuersOfOne({ ...one.jwk, issuer: work }, one.jwk)).toEqual([]);
    expect(issuersOfOne(one.jwk, { ...one.jwk, issuer: work })).toEqual([]);
  });

  it.each<[string, (jwk: object) => unknown]>([
    ['a symmetric key', () => ({ kty: 'oct', kid: 'one', k: 'AAAA' })],
    ['an elliptic curve key', () => ({ kty: 'EC', kid: 'one', crv: 'P-256', x: 'AA', y: 'AA' })],
    ['an encryption key', (jwk) => ({ ...jwk, use: 'enc' })],
    ['a key for another algorithm', (jwk) => ({ ...jwk, alg: 'PS256' })],
    ['a key without an id', (jwk) => ({ ...jwk, kid: '' })],
    ['a key of 1024 bits', (jwk) => ({ ...jwk, n: 'A'.repeat(171) })],
    ['a key of 16384 bits', (jwk) => ({ ...jwk, n: 'A'.repeat(2731) })],
    ['an exponent of 1', (jwk) => ({ ...jwk, e: 'AQ' })],
    ['an empty exponent', (jwk) => ({ ...jwk, e: '' })],
    ['a modulus that is not a string', (jwk) => ({ ...jwk, n: { length: 400 } })],
    ['null', () => null],
    ['a string', () => 'one'],
  ])('leaves out %s and keeps the usable key', (_name, poison) => {
    const keys = readKeySet({ keys: [poison(one.jwk), two.jwk] });
    expect(keys.map(({ kid }) => kid)).toEqual(['two']);
  });

  it.each([
    ['a set without an array', { keys: 'all' }],
    ['null', null],
    ['an array', []],
    ['a thousand keys', { keys: Array.from({ length: 1_000 }, () => ({})) }],
  ])('returns no key for %s', (_name, body) => {
    expect(readKeySet(body)).toEqual([]);
  });
});

describe('maySignFor', () => {
  const tid = 'aaaaaaaa-0000-4000-8000-000000000001';
  const v2 = `https://login.microsoftonline.com/${tid}/v2.0`;
  const v1 = `https://sts.windows.net/${tid}/`;
  it.each([
    [undefined, v2, true],
    ['https://login.microsoftonline.com/{tenantid}/v2.0', v2, true],
    ['https://login.microsoftonline.com/{tenantid}/v2.0', v1, true],
    ['https://sts.windows.net/{tenantid}/', v1, true],
    ['https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0', v2, false],
    ['https://login.evil.example/{tenantid}/v2.0', v2, false],
  ])('for a key of %s and a token of %s returns %s', (issuer, iss, expected) => {
    expect(maySignFor({ issuers: issuer === undefined ? [] : [issuer] }, v2, iss, tid)).toBe(expected);
  });
});

describe('loadKeySet', () => {
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
    expect((await server.get('/api/me', await server.token())).problem.code).toBe('entra_timeout');
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
});
