import { describe, expect, it } from 'vitest';
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

describe('the API client', () => {
  it('sends the token in the header only, and a correlation id', async () => {
    const { api, seen } = call(() => Response.json({ items: [], nextCursor: null }));
    await api.get('/api/files?search=x%3Dy', () => true);
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(seen[0]?.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[0]?.url).toBe('https://addin.test/api/files?search=x%3Dy');
  });

  it('rejects with the problem that the server named, with its facts', async () => {
    const { api } = call(() =>
      problem({ code: 'throttled', retryAfter: 9, correlationId: 'x', title: 't' }, 429),
    );
    await expect(api.get('/api/me', (body) => typeof body['id'] === 'string')).rejects.toMatchObject({
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
    await expect(
      call(answer).api.get('/api/me', (body) => typeof body['id'] === 'string'),
    ).rejects.toMatchObject({ code: 'answer_invalid' });
  });

  it('a network that fails is network_unreachable', async () => {
    const { api } = call(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.get('/api/me', (body) => typeof body['id'] === 'string')).rejects.toMatchObject({
      code: 'network_unreachable',
    });
  });

  it('a server that never answers is network_timeout, also in the middle of the body', async () => {
    await expect(
      call(() => new Promise(() => undefined), 5).api.get(
        '/api/me',
        (body) => typeof body['id'] === 'string',
      ),
    ).rejects.toMatchObject({
      code: 'network_timeout',
    });
    const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    await expect(
      call(endless, 5).api.get('/api/me', (body) => typeof body['id'] === 'string'),
    ).rejects.toMatchObject({ code: 'network_timeout' });
  });
});
