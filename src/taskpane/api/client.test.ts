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

  it('rejects with the problem and the facts from the server', async () => {
    const { api } = call(() =>
      problem({ code: 'throttled', retryAfter: 9, correlationId: 'x', title: 't' }, 429),
    );
    await expect(api.get('/api/me', (body) => typeof body['id'] === 'string')).rejects.toMatchObject({
      code: 'throttled',
      facts: { retryAfter: 9, correlationId: 'x' },
    });
  });

  it.each([
    ['a page from a proxy', () => new Response('<html>', { status: 200 })],
    ['an error that is not problem+json', () => new Response('<html>', { status: 502 })],
    ['an unknown problem code', () => problem({ code: 'made_up' }, 400)],
    ['a truncated body', () => new Response('{"id":', { status: 200 })],
  ])('rejects with answer_invalid for %s', async (_name, answer) => {
    await expect(
      call(answer).api.get('/api/me', (body) => typeof body['id'] === 'string'),
    ).rejects.toMatchObject({ code: 'answer_invalid' });
  });

  it('rejects with network_unreachable when the network fails', async () => {
    const { api } = call(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.get('/api/me', (body) => typeof body['id'] === 'string')).rejects.toMatchObject({
      code: 'network_unreachable',
    });
  });

  it('rejects with network_timeout when the response or its body does not arrive', async () => {
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
