import { describe, expect, it } from 'vitest';
import { LIST_ROUTE } from '../../contract/api.ts';
import { defaultPreferences } from '../../contract/preferences.ts';
import { apiClient } from './client.ts';

const token = { value: 'secret-token', expiresAt: 0, owner: null };
const never = new AbortController().signal;

const call = (answer: (request: Request) => Response | Promise<Response>, timeLimitMs?: number) => {
  const seen: Request[] = [];
  const fetch = async (path: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(new URL(path as string, 'https://addin.test'), init);
    seen.push(request);
    return answer(request);
  };
  return { api: apiClient(fetch, timeLimitMs)(token, never), seen };
};

const problem = (body: object, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

describe('the client of our server', () => {
  it('sends the token in the header only, and a correlation id', async () => {
    const { api, seen } = call(() => Response.json({ items: [], nextCursor: null }));
    await api.files('a b&c', {
      view: 'files',
      folder: null,
      search: 'x=y&z',
      sort: { by: 'size', descending: true },
      top: 25,
    });
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(seen[0]?.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[0]?.url).toBe(
      `https://addin.test${LIST_ROUTE}?view=files&search=x%3Dy%26z&sort=-size&top=25&cursor=a+b%26c`,
    );
  });

  it('saves the preferences on top of the state that it read', async () => {
    const { api, seen } = call(() => Response.json(defaultPreferences, { headers: { etag: '"2"' } }));
    expect(await api.preferences()).toEqual({ preferences: defaultPreferences, etag: '"2"' });
    await api.savePreferences(defaultPreferences, '"1"');
    expect(seen[1]?.method).toBe('PUT');
    expect(seen[1]?.headers.get('if-match')).toBe('"1"');
    expect(await seen[1]?.json()).toEqual(defaultPreferences);
  });

  it('gives the problem that the server named, with its facts', async () => {
    const { api } = call(() =>
      problem({ code: 'throttled', retryAfter: 9, correlationId: 'x', title: 't' }, 429),
    );
    await expect(api.me()).rejects.toMatchObject({
      code: 'throttled',
      facts: { retryAfter: 9, correlationId: 'x' },
    });
  });

  it.each([
    ['a page of a proxy', () => new Response('<html>', { status: 200 })],
    ['an error that is not ours', () => new Response('<html>', { status: 502 })],
    ['a code that is not in the catalogue', () => problem({ code: 'made_up' }, 400)],
    ['a body that is cut off', () => new Response('{"id":', { status: 200 })],
  ])('%s is answer_invalid', async (_name, answer) => {
    await expect(call(answer).api.me()).rejects.toMatchObject({ code: 'answer_invalid' });
  });

  it('a network that fails is network_unreachable', async () => {
    const { api } = call(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.me()).rejects.toMatchObject({ code: 'network_unreachable' });
  });

  it('a server that never answers is network_timeout, also in the middle of the body', async () => {
    await expect(call(() => new Promise(() => undefined), 5).api.me()).rejects.toMatchObject({
      code: 'network_timeout',
    });
    const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    await expect(call(endless, 5).api.me()).rejects.toMatchObject({ code: 'network_timeout' });
  });

  it('no photo is null', async () => {
    expect(await call(() => new Response(null, { status: 204 })).api.photo()).toBeNull();
  });
});
