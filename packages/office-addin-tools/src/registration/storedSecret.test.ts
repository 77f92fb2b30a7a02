import { expect, it } from 'vitest';
import { withStoredSecret } from './storedSecret.ts';

const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
const store = (clientId: string) => Promise.resolve(clientId === CLIENT_ID ? 'kept' : undefined);

it('adds the secret of the key store if no credential is set', async () => {
  expect(await withStoredSecret({ CLIENT_ID }, store)).toEqual({ CLIENT_ID, CLIENT_SECRET: 'kept' });
});

it.each(['CLIENT_SECRET', 'CLIENT_CERTIFICATE_PATH', 'MANAGED_IDENTITY_CLIENT_ID'])(
  'keeps %s',
  async (name) => {
    expect(await withStoredSecret({ CLIENT_ID, [name]: 'x' }, store)).toEqual({ CLIENT_ID, [name]: 'x' });
  },
);

it('adds nothing if the store is empty', async () => {
  expect(await withStoredSecret({ CLIENT_ID: 'other' }, store)).toEqual({ CLIENT_ID: 'other' });
  expect(await withStoredSecret({}, store)).toEqual({});
});
