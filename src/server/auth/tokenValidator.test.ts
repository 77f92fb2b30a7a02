import { beforeAll, expect, it } from 'vitest';
import {
  CLIENT_ID,
  createSigningPair,
  goodClaims,
  sign,
  USER,
  type SigningPair,
} from '../../../tests/server/issuer.ts';
import { SigningKeys } from './signingKeys.ts';
import { TokenValidator } from './tokenValidator.ts';

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
