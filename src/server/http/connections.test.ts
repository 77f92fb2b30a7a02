import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  bearerLine,
  openSocket,
  rawGet as get,
  startTestServer,
  type TestServer,
} from '../../../tests/server/testServer.ts';
import type { StubResponse } from '../../../tests/server/stubService.ts';

/** Clients that pipeline, disconnect or do not read. Over raw sockets, with and without TLS. */

const PERSON = { json: { displayName: 'Test Person' } };
let server: TestServer;
afterEach(async () => {
  await server.close();
  expect(server.log.take('error')).toEqual([]);
});

const open = (tls = false) => openSocket(server, tls);
const bearer = () => bearerLine(server);

/** Makes Graph wait until the test calls the returned function. */
function holdGraph(): (answer: StubResponse) => void {
  const answers: ((answer: StubResponse) => void)[] = [];
  server.answerGraph(() => new Promise<StubResponse>((resolve) => answers.push(resolve)));
  return (answer) => answers.shift()?.(answer);
}

describe.each([
  ['HTTP', false],
  ['HTTPS', true],
])('over %s', (_name, tls) => {
  const start = async (options: Parameters<typeof startTestServer>[0] = {}) => {
    server = await startTestServer({ tls, ...options });
  };

  it('responds to pipelined requests in order', async () => {
    await start();
    const { socket, statuses, text } = await open(tls);
    const me = get('/api/me', await bearer());
    socket.write(me + get('/healthz') + get('/api/unknown') + get('/api/me') + me);
    await expect.poll(statuses).toEqual([200, 200, 404, 401, 200]);
    expect(text()).not.toContain(' 102 ');
    socket.destroy();
  });

  it('cancels all requests of a client that disconnects, including waiting ones', async () => {
    await start();
    holdGraph();
    const { socket } = await open(tls);
    const me = get('/api/me', await bearer());
    socket.write(me + me + me);
    await expect.poll(() => server.graph.requests.length).toBe(1);
    socket.destroy();
    await server.graph.requests[0]?.abandoned;
    await expect.poll(() => server.app.lifecycle.inFlight).toBe(0);
    const lines = server.log.take('info');
    expect(lines.map(({ path, status }) => [path, status])).toEqual([
      ['/api/me', 499],
      ['/api/me', 499],
      ['/api/me', 499],
    ]);
    expect(new Set(lines.map(({ correlationId }) => correlationId)).size).toBe(3);
    expect(server.graph.requests).toHaveLength(1);
    expect(server.log.text()).toBe('');
  });

  it('closes a connection with too many pipelined requests, and handles few of them', async () => {
    await start();
    const { socket, closed, statuses } = await open(tls);
    socket.write(get('/api/me').repeat(20_000));
    await closed;
    await expect.poll(() => server.app.lifecycle.inFlight).toBe(0);
    const lines = server.log.take('info');
    expect(lines.length).toBeLessThanOrEqual(17);
    expect(lines.filter(({ msg }) => String(msg).startsWith('Closed a connection'))).toHaveLength(1);
    expect(statuses().length).toBeLessThanOrEqual(16);
  });

  it('responds to a client that closes its half of the connection after the request', async () => {
    await start();
    const answer = holdGraph();
    const { socket, statuses, closed } = await open(tls);
    socket.end(get('/api/me', await bearer()) + get('/api/unknown'));
    await expect.poll(() => server.graph.requests.length).toBe(1);
    // Longer than it takes to detect a disconnected client.
    await new Promise((resolve) => setTimeout(resolve, 300));
    answer(PERSON);
    await closed;
    expect(statuses()).toEqual([200, 404]);
  });

  it('rejects malformed data after the responses to earlier requests', async () => {
    await start();
    const answer = holdGraph();
    const { socket, statuses, closed, text } = await open(tls);
    socket.write(`${get('/api/me', await bearer())}no HTTP\r\n\r\n`);
    await expect.poll(() => server.graph.requests.length).toBe(1);
    expect(text()).toBe('');
    answer(PERSON);
    await closed;
    expect(statuses()).toEqual([200, 400]);
  });

  it('sends no response after one that closes the connection', async () => {
    await start();
    const { socket, statuses, closed } = await open(tls);
    socket.write(get('/api/unknown', 'Connection: close') + get('/healthz'));
    await closed;
    expect(statuses()).toEqual([404]);
  });

  it('responds to HTTP/1.0 requests, requests with a body and requests that expect 100 Continue', async () => {
    await start();
    const { socket, statuses, closed, text } = await open(tls);
    const withBody = (body: string, ...lines: string[]) =>
      get('/api/me', `Content-Length: ${body.length}`, ...lines) + body;
    socket.write(
      withBody('{"a":1}') + withBody('{}', 'Expect: 100-continue') + get('/errors').replace('1.1', '1.0'),
    );
    await closed;
    expect(statuses()).toEqual([401, 401, 200]);
    expect(text()).toContain('HTTP/1.1 100 Continue');
  });
});

describe('limits', () => {
  it('closes idle connections when there are too many', async () => {
    server = await startTestServer({ limits: { connections: 3 } });
    holdGraph();
    const busy = await open();
    busy.socket.write(get('/api/me', await bearer()));
    await expect.poll(() => server.graph.requests.length).toBe(1);
    const idle = await open();
    const others = [await open(), await open(), await open()];
    await idle.closed;
    expect((await server.get('/healthz')).status).toBe(200);
    expect(busy.socket.destroyed).toBe(false);
    expect(server.log.take('warn')).toMatchObject([{ limit: 3 }]);
    for (const { socket } of [busy, ...others]) socket.destroy();
  });

  it('closes the connection of a client that does not read the response, or reads it too slowly', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'public-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'large.js'), Buffer.alloc(30_000_000, 'a'));
    const limits = { stallMs: 300, deliverMs: 1_500 };
    server = await startTestServer({ limits, settings: { PUBLIC_DIR: folder } });
    const never = await open();
    never.socket.pause();
    const slow = await open();
    slow.socket.on('data', () => {
      slow.socket.pause();
      setTimeout(() => slow.socket.resume(), 20);
    });
    for (const { socket } of [never, slow]) socket.write(get('/assets/large.js'));
    await expect.poll(() => server.app.lifecycle.inFlight).toBe(2);
    await expect.poll(() => server.app.lifecycle.inFlight, { timeout: 6_000 }).toBe(0);
    expect(server.log.take('info').map(({ status }) => status)).toEqual([499, 499]);
    for (const { socket } of [never, slow]) socket.destroy();
  });
});
