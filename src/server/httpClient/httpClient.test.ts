import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { localhostCertificates } from 'office-addin-tools/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSigningPair, goodClaims, sign, type SigningPair } from '../../../tests/server/issuer.ts';
import {
  killServerProcesses,
  processSettings,
  startServerProcess,
} from '../../../tests/server/serverProcess.ts';
import { startStubService, type StubService } from '../../../tests/server/stubService.ts';
import { graphToken } from '../../../tests/server/testServer.ts';

/** The server process behind a real proxy, with HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS. */

// Each test starts the server, which compiles its sources first.
vi.setConfig({ testTimeout: 30_000 });

let pair: SigningPair;
let entra: StubService;
let proxy: Server;
let tunnels: string[];
/** URLs requested over plain HTTP. */
let forwarded: string[];
const sockets = new Set<Socket>();
beforeEach(async () => {
  pair = await createSigningPair('key-1');
  entra = await startStubService(({ method }) =>
    method === 'POST' ? graphToken() : { json: { keys: [pair.jwk] } },
  );
  tunnels = [];
  forwarded = [];
  proxy = createServer(({ url = '' }, res) => {
    forwarded.push(url);
    res.writeHead(502).end();
  });
  proxy.on('connect', ({ url = '' }, client: Socket) => {
    tunnels.push(url);
    const [host, port] = url.split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) sockets.add(socket.on('error', () => socket.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  killServerProcesses();
  for (const socket of sockets) socket.destroy();
  await Promise.all([entra.close(), new Promise((resolve) => proxy.close(resolve))]);
});

/** @returns the server's port */
async function start(environment: Record<string, string>): Promise<number> {
  const { caPath } = await localhostCertificates();
  const { port } = proxy.address() as AddressInfo;
  const started = startServerProcess({
    ...processSettings,
    AUTHORITY: `${entra.origin}/common`,
    NODE_EXTRA_CA_CERTS: caPath,
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
    ...environment,
  });
  const ready = await started.port();
  await expect.poll(() => entra.requests.length, { timeout: 5_000 }).toBe(1);
  return ready;
}

it('connects directly to hosts in NO_PROXY', { tags: 'full' }, async () => {
  await start({ NO_PROXY: 'example.com,127.0.0.1' });
  expect(tunnels).toEqual([]);
});

it('uses the proxy for Entra ID and Graph, but not for the local managed identity endpoint', async () => {
  const graph = await startStubService(() => ({ json: { displayName: 'Test Person' } }));
  const asked: string[] = [];
  const identity = createServer(({ url = '' }, res) => {
    asked.push(url);
    const expiresOn = String(Math.floor(Date.now() / 1000) + 86_400);
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ access_token: 'proof', expires_on: expiresOn, token_type: 'Bearer' }));
  });
  await new Promise<void>((resolve) => identity.listen(0, '127.0.0.1', resolve));
  try {
    const port = await start({
      CLIENT_SECRET: '',
      MANAGED_IDENTITY_CLIENT_ID: '5a5d0b0c-0000-4000-8000-0000000000f1',
      IDENTITY_ENDPOINT: `http://127.0.0.1:${(identity.address() as AddressInfo).port}/msi/token`,
      IDENTITY_HEADER: 'header-of-the-platform',
      GRAPH_ENDPOINT: graph.origin,
      // Companies usually set both variables.
      HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    });
    const authorization = `Bearer ${await sign(pair, goodClaims(entra.origin))}`;
    const answer = await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { authorization } });
    expect([answer.status, asked.length, forwarded]).toEqual([200, 1, []]);
    expect(new URLSearchParams(entra.requests.at(-1)?.body).get('client_assertion')).toBe('proof');
    expect(new Set(tunnels)).toEqual(new Set([entra, graph].map(({ origin }) => new URL(origin).host)));
  } finally {
    await Promise.all([graph.close(), new Promise((resolve) => identity.close(resolve))]);
  }
});
