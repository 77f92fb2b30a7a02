import { decodeProtectedHeader } from 'jose';
import { expect, it } from 'vitest';
import { createKeys } from './keys.ts';

it('publishes the application-specific key only for the application, and verifies tokens of both keys', async () => {
  const keys = await createKeys('https://localhost:3002');
  const token = await keys.sign({ sub: 'adele' }, { ownKey: true });
  const kid = decodeProtectedHeader(token).kid;
  expect(keys.jwks(true).keys.map((key) => key['kid'])).toContain(kid);
  expect(keys.jwks(false).keys.map((key) => key['kid'])).not.toContain(kid);
  expect(await keys.verify(token)).toEqual({ sub: 'adele' });
  expect(await keys.verify(await keys.sign({ sub: 'megan' }))).toEqual({ sub: 'megan' });
});
