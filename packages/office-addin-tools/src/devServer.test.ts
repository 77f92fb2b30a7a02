// @module-tag full
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, fetch, type RequestInit } from 'undici';
import type { Configuration } from 'webpack';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDevServer, type DevServer } from './devServer.ts';
import { selfSigned } from './registration/selfSigned.ts';
import { freePort } from './services/freePort.ts';
import { UserError } from './userError.ts';

const folder = mkdtempSync(join(tmpdir(), 'dev-server-'));
const source = join(folder, 'main.js');
const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
const pages = (): Configuration => ({
  mode: 'development',
  devtool: false,
  context: folder,
  entry: { main: source },
  output: { path: join(folder, 'assets'), publicPath: '/assets/' },
});
const received: { url: string | undefined; body: string; proto: unknown }[] = [];

let server: Server;
let devServer: DevServer;
let port: number;
let certificates: { cert: string; key: string };

beforeAll(async () => {
  const now = Date.now();
  const made = await selfSigned('localhost', new Date(now - 60_000), new Date(now + 3_600_000));
  certificates = { cert: made.certificate, key: made.privateKey };
  writeFileSync(source, 'export const version = "first";');
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.once('end', () => {
      received.push({ url: request.url, body, proto: request.headers['x-forwarded-proto'] });
      response.writeHead(201, { 'x-from': 'server' }).end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  port = await freePort();
  const serverPort = (server.address() as AddressInfo).port;
  devServer = await startDevServer({ pages: pages(), port, serverPort, certificates });
});

afterAll(async () => {
  await devServer.stop();
  await dispatcher.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`https://localhost:${port}${path}`, { ...init, dispatcher });

function open(origin: string): WebSocket {
  return new WebSocket(`wss://localhost:${port}/ws`, { origin, rejectUnauthorized: false });
}

describe('the development server', () => {
  it('serves the built files, which browsers must not cache and other sites must not load', async () => {
    const response = await get('/assets/main.js');
    expect(await response.text()).toContain('first');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect((await get('/assets/missing.js')).status).toBe(404);
  });

  it('sends the hash of each build to the page, whose hot update it serves', async () => {
    const socket = open(`https://localhost:${port}`);
    const hashes: string[] = [];
    socket.on('message', (data: Buffer) => hashes.push(data.toString()));
    await expect.poll(() => hashes.length).toBe(1);
    writeFileSync(source, 'export const version = "second";');
    await expect.poll(() => hashes.length).toBeGreaterThan(1);
    const update = await get(`/assets/main.${hashes[0]}.hot-update.json`);
    expect(update.status).toBe(200);
    expect(await (await get('/assets/main.js')).text()).toContain('second');
    socket.terminate();
  });

  it('keeps the last build while the source has an error', async () => {
    const socket = open(`https://localhost:${port}`);
    const hashes: string[] = [];
    socket.on('message', (data: Buffer) => hashes.push(data.toString()));
    await expect.poll(() => hashes.length).toBe(1);
    writeFileSync(source, 'export const version = ;');
    await expect
      .poll(async () => await (await get('/assets/main.js')).text())
      .toContain('Module parse failed');
    expect(hashes).toHaveLength(1);
    writeFileSync(source, 'export const version = "third";');
    await expect.poll(() => hashes.length).toBe(2);
    socket.terminate();
  });

  it('refuses pages of other origins', async () => {
    const socket = open('https://example.com');
    const status = await new Promise((done) =>
      socket.once('unexpected-response', (_request, response) => done(response.statusCode)),
    );
    expect(status).toBe(401);
  });

  it('forwards all other requests to the server', async () => {
    const response = await get('/api/preferences?a=%20', { method: 'PUT', body: 'text' });
    expect([response.status, response.headers.get('x-from'), await response.text()]).toEqual([
      201,
      'server',
      'text',
    ]);
    expect(received.at(-1)).toEqual({ url: '/api/preferences?a=%20', body: 'text', proto: 'https' });
  });

  it('returns shutting_down while the server restarts, and a page that reloads to browsers', async () => {
    const other = await freePort();
    const closed = await freePort();
    const restarting = await startDevServer({
      pages: pages(),
      port: other,
      serverPort: closed,
      certificates,
    });
    const ask = (accept: string) =>
      fetch(`https://localhost:${other}/api/me`, { headers: { accept }, dispatcher });
    const api = await ask('application/json');
    const page = await ask('text/html');
    await restarting.stop();
    expect([api.status, api.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await api.json()).toMatchObject({ code: 'shutting_down', retryAfter: 1 });
    expect([page.status, page.headers.get('refresh')]).toEqual([503, '1']);
  });

  it('does not start if the first build fails', async () => {
    const broken = { ...pages(), entry: join(folder, 'missing.js') };
    const start = startDevServer({ pages: broken, port: await freePort(), serverPort: port, certificates });
    await expect(start).rejects.toThrow(UserError);
  });
});
