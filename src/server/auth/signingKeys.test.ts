import { beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../contract/problem.ts';
import { createSigningPair, type SigningPair } from '../testing/issuer.ts';
import { mayIssueFor, readKeySet } from './keySet.ts';
import { SigningKeys } from './signingKeys.ts';

let one: SigningPair;
let two: SigningPair;
beforeAll(async () => {
  [one, two] = await Promise.all([createSigningPair('one'), createSigningPair('two')]);
});

/** A key set that the test changes, a clock that it turns, and a count of loads. */
function setUp() {
  const state = {
    now: 1_000_000,
    loads: 0,
    keys: [one.jwk] as object[],
    down: false,
    vanished: [] as string[],
  };
  const keys = new SigningKeys(
    () => {
      state.loads += 1;
      return state.down
        ? Promise.reject(new ProblemError('entra_unavailable'))
        : Promise.resolve({ keys: state.keys });
    },
    () => state.now,
    { keysCooldownMs: 5_000 },
    (kids) => state.vanished.push(...kids),
  );
  return { state, keys };
}

describe('SigningKeys', () => {
  it('loads once for all who ask at the same time', async () => {
    const { state, keys } = setUp();
    const found = await Promise.all(Array.from({ length: 20 }, () => keys.find('one')));
    expect(found.every((key) => key?.kid === 'one')).toBe(true);
    expect(state.loads).toBe(1);
  });

  it('lets 300 unknown key ids cause one load per cooldown', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.now += 10_000;
    for (let i = 0; i < 300; i += 1) expect(await keys.find(`forged-${i}`)).toBeUndefined();
    expect(state.loads).toBe(2);
    state.now += 5_000;
    await keys.find('forged');
    expect(state.loads).toBe(3);
  });

  it('finds a key that has just been added', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.keys = [one.jwk, two.jwk];
    state.now += 5_000;
    expect((await keys.find('two'))?.kid).toBe('two');
  });

  it('serves the keys that it has through an outage, and does not call an unknown one forged', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.down = true;
    state.now += 86_400_000;
    await expect(keys.reload()).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect((await keys.find('one'))?.kid).toBe('one');
    await expect(keys.find('two')).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect(state.loads).toBe(2);
  });

  it('keeps what it has when the new set holds nothing', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.keys = [
      { kty: 'EC', kid: 'curve' },
      { ...two.jwk, use: 'enc' },
      { kty: 'RSA', kid: 'broken', n: '', e: '' },
    ];
    await expect(keys.reload()).rejects.toMatchObject({ code: 'entra_error' });
    expect((await keys.find('one'))?.kid).toBe('one');
  });

  it('says so while it has none, without asking for each request, and recovers', async () => {
    const { state, keys } = setUp();
    state.down = true;
    for (let i = 0; i < 10; i += 1)
      await expect(keys.find('one')).rejects.toMatchObject({ code: 'entra_unavailable' });
    expect(state.loads).toBe(1);
    state.down = false;
    state.now += 1_000;
    expect((await keys.find('one'))?.kid).toBe('one');
  });

  it('tells which keys have been withdrawn', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.keys = [two.jwk];
    await keys.reload();
    expect(state.vanished).toEqual(['one']);
  });

  it('takes the same id with another key behind it for another key', async () => {
    const { state, keys } = setUp();
    await keys.find('one');
    state.keys = [{ ...two.jwk, kid: 'one' }];
    await keys.reload();
    expect(state.vanished).toEqual(['one']);
  });
});

describe('readKeySet', () => {
  const work = 'https://login.microsoftonline.com/{tenantid}/v2.0';
  const personal = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0';
  const issuersOfOne = async (...entries: object[]) => (await readKeySet({ keys: entries }))[0]?.issuers;

  it('reads a key that stands there once for each of its issuers as one that may sign for all of them', async () => {
    const keys = await readKeySet({ keys: [work, personal].map((issuer) => ({ ...one.jwk, issuer })) });
    expect(keys).toHaveLength(1);
    expect(keys[0]?.issuers).toEqual([work, personal]);
    expect(await issuersOfOne({ ...one.jwk, issuer: work }, one.jwk)).toEqual([]);
  });

  it.each<[string, (jwk: object) => unknown]>([
    ['a secret', () => ({ kty: 'oct', kid: 'one', k: 'AAAA' })],
    ['a curve', () => ({ kty: 'EC', kid: 'one', crv: 'P-256', x: 'AA', y: 'AA' })],
    ['a key for encryption', (jwk) => ({ ...jwk, use: 'enc' })],
    ['a key for another algorithm', (jwk) => ({ ...jwk, alg: 'PS256' })],
    ['a key without a name', (jwk) => ({ ...jwk, kid: '' })],
    ['a key of 1024 bits', (jwk) => ({ ...jwk, n: 'A'.repeat(171) })],
    ['a key of 16384 bits', (jwk) => ({ ...jwk, n: 'A'.repeat(2731) })],
    ['an exponent of 1', (jwk) => ({ ...jwk, e: 'AQ' })],
    ['an exponent that is no number', (jwk) => ({ ...jwk, e: '' })],
    ['a modulus that is no text', (jwk) => ({ ...jwk, n: { length: 400 } })],
    ['null', () => null],
    ['a text', () => 'one'],
  ])('leaves out %s, and keeps the good one beside it', async (_name, poison) => {
    const keys = await readKeySet({ keys: [poison(one.jwk), two.jwk] });
    expect(keys.map(({ kid }) => kid)).toEqual(['two']);
  });

  it.each([
    ['no list', { keys: 'all' }],
    ['null', null],
    ['a list', []],
    ['a thousand keys', { keys: Array.from({ length: 1_000 }, () => ({})) }],
  ])('finds none in %s', async (_name, body) => {
    expect(await readKeySet(body)).toEqual([]);
  });
});

describe('mayIssueFor', () => {
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
  ])('a key of %s for %s: %s', (issuer, iss, expected) => {
    expect(mayIssueFor({ issuers: issuer === undefined ? [] : [issuer] }, v2, iss, tid)).toBe(expected);
  });
});
