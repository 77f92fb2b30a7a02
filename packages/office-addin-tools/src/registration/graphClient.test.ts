import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { graphClient, type GraphRequest } from './graphClient.ts';

type Step = (req: IncomingMessage, res: ServerResponse) => void;

let close: () => Promise<unknown> = () => Promise.resolve();
afterEach(() => close());

/** Starts a Graph server that answers with the steps in order, then repeats the last one. */
async function start(...steps: Step[]) {
  let requests = 0;
  const tokens: string[] = [];
  const server = createServer((req, res) => {
    tokens.push(req.headers.authorization ?? '');
    steps[Math.min(requests++, steps.length - 1)]?.(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => new Promise((resolve) => server.close(resolve));
  const waits: number[] = [];
  let token = 'first';
  const client = graphClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: (renew) => Promise.resolve((token = renew ? 'second' : token)),
    wait: (ms) => Promise.resolve(waits.push(ms)),
  });
  return { client, waits, tokens, requests: () => requests };
}

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Step =>
  (_req, res) =>
    res.writeHead(status, headers).end(JSON.stringify(body));
const refused = (status: number, code = 'Request_BadRequest', headers = {}) =>
  answer(status, { error: { code, message: 'No.' } }, headers);
const lost: Step = (req) => req.socket.destroy();
const get: GraphRequest = { method: 'GET', path: '/organization', action: 'read the tenant' };
const once: GraphRequest = {
  method: 'POST',
  path: '/x',
  body: {},
  action: 'create a secret',
  nonIdempotent: true,
};

describe('graphClient', () => {
  it('waits for Retry-After, at most one minute', async () => {
    const graph = await start(
      refused(429, 'TooManyRequests', { 'Retry-After': '7' }),
      refused(503, 'Busy', { 'Retry-After': '86400' }),
      lost,
      answer(200, { value: 1 }),
    );
    expect(await graph.client.send(get)).toEqual({ value: 1 });
    expect(graph.waits).toEqual([7_000, 60_000, 4_000]);
  });

  it('gives up after seven attempts', async () => {
    const graph = await start(refused(503, 'Busy'));
    await expect(graph.client.send(get)).rejects.toThrow(/Graph is busy/);
    expect(graph.requests()).toBe(7);
  });

  it.each([
    ['a lost response', lost],
    ['502', refused(502)],
  ])('does not retry a non-idempotent request after %s', async (_name, step) => {
    const graph = await start(step);
    await expect(graph.client.send(once)).rejects.toThrow(/create a secret/);
    expect(graph.requests()).toBe(1);
  });

  it('retries a non-idempotent request after 429', async () => {
    const graph = await start(refused(429), answer(201, {}));
    expect(await graph.client.send(once)).toEqual({});
  });

  it('renews the token once after 401', async () => {
    const good = await start(refused(401), answer(200, {}));
    await good.client.send(get);
    expect(good.tokens).toEqual(['Bearer first', 'Bearer second']);
    await close();
    const bad = await start(refused(401, 'InvalidAuthenticationToken'));
    await expect(bad.client.send(get)).rejects.toThrow(/az login/);
    expect(bad.requests()).toBe(2);
  });

  it('retries 404 for an object that was just created, but for no other', async () => {
    const fresh = await start(refused(404), refused(404), answer(200, {}));
    await fresh.client.send({ ...get, justCreated: true });
    expect(fresh.requests()).toBe(3);
    await close();
    const old = await start(refused(404, 'Request_ResourceNotFound'));
    await expect(old.client.send(get)).rejects.toThrow(/404, Request_ResourceNotFound/);
    expect(old.requests()).toBe(1);
  });

  it("accepts neither a proxy's page nor a redirect", async () => {
    const page = await start((_req, res) => res.end('<h1>Sign in to the network</h1>'));
    await expect(page.client.send(get)).rejects.toThrow(/cannot be reached/);
    await close();
    const elsewhere = await start((_req, res) =>
      res.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
    );
    await expect(elsewhere.client.send(get)).rejects.toThrow(/cannot be reached/);
  });

  it('uses HTTPS_PROXY, except for loopback', async () => {
    const asked: string[] = [];
    const proxy = createServer((_req, res) => res.end());
    proxy.on('connect', (req, socket) => {
      asked.push(req.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    close = () => new Promise((resolve) => proxy.close(resolve));
    const port = (proxy.address() as AddressInfo).port;
    const options = {
      token: () => Promise.resolve('token'),
      wait: () => Promise.resolve(),
      env: { HTTPS_PROXY: `http://127.0.0.1:${port}` },
    };
    const client = graphClient({ ...options, endpoint: 'https://graph.invalid' });
    await expect(client.send(once)).rejects.toThrow(/HTTPS_PROXY/);
    expect(asked).toEqual(['graph.invalid:443']);
    await graphClient({ ...options, endpoint: `http://127.0.0.1:${port}` }).send(get);
    expect(asked).toHaveLength(1);
  });
});
