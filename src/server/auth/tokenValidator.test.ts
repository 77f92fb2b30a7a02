import { beforeAll, expect, it } from 'vitest';
import { CLIENT_ID, createSigningPair, goodClaims, sign, USER, type SigningPair } from '../testing/issuer.ts';
import { readKeySet, type SigningKey } from './keySet.ts';
import { TokenValidator } from './tokenValidator.ts';

const origin = 'https://login.microsoftonline.com';
const rules = {
  authority: { url: `${origin}/common`, origin, host: 'login.microsoftonline.com', tenant: 'common' },
  clientId: CLIENT_ID,
  addinOrigin: 'https://addin.contoso.com',
  allowedTenants: [],
};
let pair: SigningPair;
let keys: SigningKey[];
beforeAll(async () => {
  pair = await createSigningPair('one');
  keys = await readKeySet({ keys: [pair.jwk] });
});

function setUp() {
  const state = { now: Date.now(), looked: 0 };
  const find = (kid: string) => {
    state.looked += 1;
    return Promise.resolve(keys.find((key) => key.kid === kid));
  };
  return { state, validator: new TokenValidator(rules, { find }, () => state.now) };
}

it('recognises a token that it found good, until it expires', async () => {
  const { state, validator } = setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  const first = await validator.validate(token);
  expect(first).toMatchObject({ oid: USER, token });
  expect(await validator.validate(token)).toEqual(first);
  expect(state.looked).toBe(1);
  state.now = first.expiresAt + 60_000;
  await expect(validator.validate(token)).rejects.toMatchObject({ code: 'token_expired' });
});

it('remembers no bad token', async () => {
  const { state, validator } = setUp();
  const token = await sign(await createSigningPair('one'), goodClaims(origin, state.now));
  for (let i = 0; i < 3; i += 1)
    await expect(validator.validate(token)).rejects.toMatchObject({ code: 'token_invalid' });
  expect(state.looked).toBe(3);
});

it('does not take a token that only begins like a good one', async () => {
  const { state, validator } = setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  await validator.validate(token);
  await expect(validator.validate(`${token.slice(0, -4)}AAAA`)).rejects.toMatchObject({
    code: 'token_invalid',
  });
});

it('looks again at what a withdrawn key has signed', async () => {
  const { state, validator } = setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  await validator.validate(token);
  validator.forget(new Set(['another']));
  await validator.validate(token);
  expect(state.looked).toBe(1);
  validator.forget(new Set(['one']));
  await validator.validate(token);
  expect(state.looked).toBe(2);
});

it('does not remember what a key has signed that was withdrawn meanwhile', async () => {
  const { state, validator } = setUp();
  const token = await sign(pair, goodClaims(origin, state.now));
  const validated = validator.validate(token);
  // The key has been found by then and the signature is being looked at.
  await Promise.resolve().then(() => Promise.resolve());
  expect(state.looked).toBe(1);
  validator.forget(new Set(['one']));
  await validated;
  await validator.validate(token);
  expect(state.looked).toBe(2);
});
