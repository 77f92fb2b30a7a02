import { expect, it } from 'vitest';
import type { Api } from '../../api/client.ts';
import { readFiles } from './filesApi.ts';

it('sends the query and the cursor in the URL', async () => {
  const paths: string[] = [];
  const api: Api = {
    get: (path) => {
      paths.push(path);
      return Promise.reject(new Error('no response'));
    },
    request: () => Promise.reject(new Error('not used')),
  };
  const query = { view: 'files', folder: null, search: 'x=y&z', top: 25 } as const;
  await expect(
    readFiles(api, 'a b&c', { ...query, sort: { by: 'size', descending: true } }),
  ).rejects.toThrow();
  expect(paths).toEqual(['/api/files?view=files&search=x%3Dy%26z&sort=-size&top=25&cursor=a+b%26c']);
});
