import { expect, it } from 'vitest';
import type { Api } from '../api/client.ts';
import { readPhoto } from './accountApi.ts';

it('returns null for a user without a photo', async () => {
  const api: Api = {
    get: () => Promise.reject(new Error('not used')),
    request: (_path, read) => read(new Response(null, { status: 204 })),
  };
  expect(await readPhoto(api)).toBeNull();
});
