import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { createClient } from '@redis/client';
import { localhostCertificates, startRedis, findRedis, type LocalRedis } from 'office-addin-tools/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { redisAddress, serverNameOf } from './redisCircuitBreaker.ts';
import {
  newCaller,
  startTokenInstance,
  type InstanceOptions,
  type TokenInstance,
} from './testing/tokenInstance.ts';

/** Whatever happens to Redis, users are not affected, and the log has one line about it. */

const program = findRedis((sentence) => void process.stdout.write(`${sentence}\n`));
/** A long timeout, because other tests keep the processors busy. */
const until = <T>(look: () => T) => expect.poll(look, { timeout: 20_000, interval: 20 });
const keys = [randomBytes(32)];
const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

function instance(url: string, options: Partial<InstanceOptions> = {}): TokenInstance {
  const started = startTokenInstance({ url, keys, ...options });
  toClose.push(() => started.shared.close());
  return started;
}

async function realRedis(settings: Record<string, string> = {}): Promise<LocalRedis> {
  const redis = await startRedis(program ?? '', settings);
  toClose.push(() => redis.close());
  return redis;
}

/** A TCP server that is not Redis. */
async function listener(serve: (socket: Socket) => void): Promise<{ url: string; connections: Socket[] }> {
  const connections: Socket[] = [];
  const server: Server = createServer((socket) => {
    connections.push(socket.on('error', () => socket.destroy()));
    serve(socket);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  toClose.push(() => {
    for (const socket of connections) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, connections };
}

const urlOf = ({ port }: LocalRedis) => `redis://127.0.0.1:${port}`;

/** Far above every limit in these tests: no request may take this long, even on a busy machine. */
const NEVER_MS = 4_000;

/** Returns the median duration in milliseconds of requests from this many users, one after the other. */
async function typical(one: TokenInstance, users: number): Promise<number> {
  const times: number[] = [];
  for (let user = 0; user < users; user += 1) {
    const caller = newCaller();
    const start = performance.now();
    expect(await one.get(caller)).toContain(`for ${caller.token} `);
    times.push(performance.now() - start);
    await new Promise((resolve) => setImmediate(resolve));
  }
  times.sort((x, y) => x - y);
  expect(times.at(-1)).toBeLessThan(NEVER_MS);
  return times[Math.floor(users / 2)] ?? 0;
}

describe('a server that is not Redis', () => {
  it('refuses the connection: tokens are exchanged, one warning', async () => {
    const { url } = await listener(() => undefined);
    await (toClose.pop() as () => Promise<void>)();
    const one = instance(url);
    expect(await typical(one, 50)).toBeLessThan(100);
    await until(() => one.log.take('warn')).toMatchObject([{ reason: 'ECONNREFUSED' }]);
    expect(one.log.text()).toBe('');
  });

  it('cannot be resolved: tokens are exchanged, no host name in the log', async () => {
    const one = instance('redis://:secret@redis.invalid:6379');
    expect(await typical(one, 10)).toBeLessThan(100);
    await until(() => one.log.text()).toMatch(/"reason":"(ENOTFOUND|EAI_AGAIN)"/);
    expect(one.log.text()).not.toMatch(/secret|invalid/);
  });

  it('never responds: connections time out and are closed', async () => {
    const { url, connections } = await listener((socket) => socket.resume());
    const one = instance(url, { limits: { redisConnectMs: 100 } });
    expect(await typical(one, 50)).toBeLessThan(100);
    await until(() => one.log.take('warn')).toMatchObject([{ reason: 'timeout' }]);
    await until(() => connections.length).toBeGreaterThan(2);
    await until(() => connections.filter((socket) => !socket.destroyed).length).toBeLessThan(2);
    expect(one.log.text()).toBe('');
  });

  it('never finishes the TLS handshake: connections time out', async () => {
    const { url, connections } = await listener(() => undefined);
    const one = instance(url.replace('redis:', 'rediss:'), { limits: { redisConnectMs: 100 } });
    expect(await typical(one, 10)).toBeLessThan(100);
    await until(() => one.log.take('warn')).toMatchObject([{ reason: 'timeout' }]);
    await until(() => connections.length).toBeGreaterThan(2);
  });

  it('speaks only TLS: the client sends the server name and does not use the connection', async () => {
    const { cert, key } = await localhostCertificates();
    const names: string[] = [];
    const server = createTlsServer({
      cert,
      key,
      SNICallback: (name, done) => done(null, void names.push(name)),
    });
    const sockets: Socket[] = [];
    server.on('connection', (socket: Socket) => sockets.push(socket)).on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => void server.listen(0, resolve));
    toClose.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    });
    const one = instance(`rediss://localhost:${(server.address() as AddressInfo).port}`);
    // Whether the certificate is trusted depends on NODE_EXTRA_CA_CERTS.
    await until(() => one.log.take('warn')).toHaveLength(1);
    expect(names[0]).toBe('localhost');
    expect(one.shared.up).toBe(false);
  });

  it.each([
    ['a web server', 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'],
    ['zeros', Buffer.alloc(1_000)],
    ['unsolicited replies', '+OK\r\n+OK\r\n+OK\r\n+OK\r\n'],
    ['an incomplete reply', '$99999999\r\nabc'],
    ['random bytes', randomBytes(4_096)],
  ])('responds with %s: tokens are exchanged without delay', async (_name, answer) => {
    const { url } = await listener((socket) => void socket.on('data', () => socket.write(answer)));
    const one = instance(url, { limits: { redisConnectMs: 100, redisMs: 50 } });
    expect(await typical(one, 20)).toBeLessThan(25);
    await until(() => one.log.take('warn').length).toBe(1);
    expect(one.exchanges).toHaveLength(20);
  });

  it('greets like Redis and then sends garbage: the circuit opens', async () => {
    const { url, connections } = await listener((socket) =>
      greetAnd(socket, () => socket.write('nonsense\r\n')),
    );
    const one = instance(url);
    await until(() => one.shared.up).toBe(true);
    expect(await typical(one, 20)).toBeLessThan(100);
    await until(() => one.log.take('warn')).toMatchObject([{ reason: 'unreadable' }]);
    await until(() => connections[0]?.destroyed).toBe(true);
  });

  it('greets like Redis and then never responds: the circuit opens after three timeouts', async () => {
    const { url } = await listener((socket) => greetAnd(socket, () => undefined));
    const one = instance(url, { limits: { redisMs: 50, redisRetryMs: 60_000, redisRetryMostMs: 60_000 } });
    await until(() => one.shared.up).toBe(true);
    await typical(one, 3);
    expect(one.shared.up).toBe(false);
    expect(await typical(one, 50)).toBeLessThan(25);
    expect(one.log.take('warn')).toMatchObject([{ reason: 'timeout' }]);
  });

  it('greets quickly but responds slowly: reconnects with exponential backoff', async () => {
    const { url, connections } = await listener((socket) => greetAnd(socket, () => undefined));
    const one = instance(url, { limits: { redisMs: 10, redisRetryMs: 100, redisRetryMostMs: 60_000 } });
    const end = performance.now() + 1_200;
    while (performance.now() < end) {
      await one.get(newCaller());
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(connections.length).toBeGreaterThanOrEqual(3); // Immediately, then after 100 ms, 200 ms, 400 ms.
    expect(connections.length).toBeLessThanOrEqual(5);
    expect(one.log.take('warn')).toHaveLength(1);
    expect(one.log.take('info')).toHaveLength(1);
  });
});

/** Sends the replies that open a connection; calls `then` for everything after that. */
function greetAnd(socket: Socket, then: () => void): void {
  const greetings = ['%1\r\n$5\r\nproto\r\n:3\r\n', '+PONG\r\n'];
  socket.on('data', () => {
    const greeting = greetings.shift();
    if (greeting === undefined) then();
    else socket.write(greeting);
  });
}

describe.skipIf(!program)('a real Redis', () => {
  it('rejects the password: the log has the reason, but not the password', async () => {
    const redis = await realRedis({ requirepass: 'right' });
    const one = instance(`redis://:wrong-secret@127.0.0.1:${redis.port}`);
    const none = instance(urlOf(redis));
    expect(await typical(one, 20)).toBeLessThan(100);
    expect(await typical(none, 20)).toBeLessThan(100);
    await until(() => one.log.text()).toContain('"reason":"WRONGPASS"');
    await until(() => none.log.text()).toContain('"reason":"NOAUTH"');
    expect(one.log.text()).not.toMatch(/wrong-secret|127\.0\.0\.1|redis:\/\//);
    expect(one.log.take('warn')).toHaveLength(1);
  });

  it('accepts an escaped password and a database number', async () => {
    const redis = await realRedis({ requirepass: 'p@ss/word' });
    const url = `redis://:p%40ss%2Fword@127.0.0.1:${redis.port}/2`;
    const [one, two] = [instance(url), instance(url)];
    await until(() => one.shared.up && two.shared.up).toBe(true);
    const caller = newCaller();
    const token = await one.get(caller);
    await until(async () => (await two.shared.get(caller))?.accessToken).toBe(token);
    expect(one.log.text()).toBe('');
  });

  it('crashes and restarts empty: instances share tokens again, with one log line for each event', async () => {
    const redis = await realRedis();
    const [one, two] = [instance(urlOf(redis)), instance(urlOf(redis))];
    await until(() => one.shared.up && two.shared.up).toBe(true);
    await one.get(newCaller());
    await redis.kill();
    expect(await typical(one, 50)).toBeLessThan(100);
    await until(() => one.shared.up || two.shared.up).toBe(false);
    await redis.start();
    await until(() => one.shared.up && two.shared.up).toBe(true);
    const caller = newCaller();
    const token = await one.get(caller);
    await until(async () => (await two.shared.get(caller))?.accessToken).toBe(token);
    for (const { log } of [one, two]) {
      expect(log.take('warn')).toHaveLength(1);
      expect(log.take('info')).toMatchObject([{ msg: 'Redis is available again: instances share tokens.' }]);
    }
  });

  it('stalls: the circuit opens, and closes when it responds again', async () => {
    const redis = await realRedis();
    const admin = createClient({ url: urlOf(redis) });
    await admin.connect();
    toClose.push(() => admin.destroy());
    const limits = { redisMs: 100, redisConnectMs: 300 };
    const one = instance(urlOf(redis), { limits });
    await until(() => one.shared.up).toBe(true);
    const kept = newCaller();
    await one.get(kept);
    await admin.clientPause(1_500, 'ALL');
    await Promise.all(Array.from({ length: 200 }, () => typical(one, 1)));
    expect(one.shared.up).toBe(false);
    expect(await typical(one, 100)).toBeLessThan(50);
    await until(() => one.shared.up).toBe(true);
    const two = instance(urlOf(redis), { limits });
    await until(() => two.shared.up).toBe(true);
    await two.get(kept);
    expect(two.exchanges).toEqual([]);
    expect(one.log.take('warn')).toMatchObject([{ reason: 'timeout' }]);
    expect(one.log.take('info')).toHaveLength(1);
  });

  it('does not count a reply as a timeout if it arrived while this process stalled', async () => {
    const redis = await realRedis();
    const one = instance(urlOf(redis), { limits: { redisMs: 100 } });
    await until(() => one.shared.up).toBe(true);
    for (let time = 0; time < 5; time += 1) {
      const asked = one.get(newCaller());
      await new Promise((resolve) => setImmediate(resolve));
      const end = performance.now() + 200;
      while (performance.now() < end);
      await asked;
    }
    expect(one.shared.up).toBe(true);
    expect(one.log.text()).toBe('');
  });

  it('keeps an idle connection alive', async () => {
    const redis = await realRedis({ timeout: '1' });
    const one = instance(urlOf(redis), { limits: { redisPingMs: 100 } });
    await until(() => one.shared.up).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // The test is about elapsed time.
    expect(one.shared.up).toBe(true);
    expect(one.log.text()).toBe('');
  });

  it('receives pending writes before the connection closes', async () => {
    const redis = await realRedis();
    const admin = createClient({ url: urlOf(redis) });
    await admin.connect();
    toClose.push(() => admin.destroy());
    // A long limit, because writes that time out are dropped: 50 at once can time out on a busy machine.
    const one = instance(urlOf(redis), { limits: { redisMs: 20_000 } });
    await until(() => one.shared.up).toBe(true);
    await Promise.all(Array.from({ length: 50 }, () => one.get(newCaller())));
    await one.shared.close();
    expect(await admin.dbSize()).toBe(50);
    await until(async () => (await admin.clientList()).length).toBe(1);
    expect(await typical(one, 5)).toBeLessThan(100);
    expect(one.log.text()).toBe('');
  });

  it('gets no connection if the cache is closed while connecting', async () => {
    const { url, connections } = await listener(() => undefined);
    const one = instance(url);
    await one.shared.close();
    await until(() => connections.every((socket) => socket.destroyed)).toBe(true);
    expect(one.log.text()).toBe('');
  });
});

describe('redisAddress', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379, tls: false, database: 0 }],
    ['redis://127.0.0.1:7000/3', { host: '127.0.0.1', port: 7000, tls: false, database: 3 }],
    ['rediss://[::1]:7000/', { host: '::1', port: 7000, tls: true, database: 0 }],
    [
      // An Azure access key: base64 with escaped + / =.
      'rediss://:aB%2B%2Fc%3D@cache.westeurope.redis.azure.net:10000',
      {
        host: 'cache.westeurope.redis.azure.net',
        port: 10_000,
        tls: true,
        password: 'aB+/c=',
        database: 0,
      },
    ],
    [
      'redis://user:p%40ss@host',
      { host: 'host', port: 6379, tls: false, username: 'user', password: 'p@ss', database: 0 },
    ],
  ])('parses %s', (url, address) => {
    expect(redisAddress(url)).toEqual(address);
  });

  it.each(['redis:///1', 'redis://host/cache', 'redis://:secret%@host', 'redis://host/12345'])(
    'rejects %s, and names the setting but not its value',
    (url) => {
      expect(() => redisAddress(url)).toThrow(
        /^One setting is invalid:\n {2}CACHE_URL (?!.*(secret|cache)).+$/,
      );
    },
  );
});

it('returns a TLS server name for a host name, but not for an IP address', () => {
  expect(['cache.example.com', '127.0.0.1', '::1'].map(serverNameOf)).toEqual([
    'cache.example.com',
    undefined,
    undefined,
  ]);
});
