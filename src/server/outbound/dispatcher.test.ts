import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localhostCertificates } from '../../../scripts/certificates.ts';
import { createSigningPair } from '../testing/issuer.ts';
import { killServerProcesses, processSettings, startServerProcess } from '../testing/serverProcess.ts';
import { startStubService, type StubService } from '../testing/stubService.ts';

/** The process behind a real proxy: HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS as whoever operates it sets them. */

let entra: StubService;
let proxy: Server;
let tunnels: string[];
const sockets = new Set<Socket>();
beforeEach(async () => {
  const { jwk } = await createSigningPair('key-1');
  entra = await startStubService(() => ({ json: { keys: [jwk] } }));
  tunnels = [];
  proxy = createServer();
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

async function start(environment: Record<string, string>): Promise<void> {
  const { caPath } = await localhostCertificates();
  const { port } = proxy.address() as AddressInfo;
  const started = startServerProcess({
    ...processSettings,
    AUTHORITY: `${entra.origin}/common`,
    NODE_EXTRA_CA_CERTS: caPath,
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
    ...environment,
  });
  await started.port();
  await expect.poll(() => entra.requests.length, { timeout: 5_000 }).toBe(1);
}

it('goes through the proxy, in a tunnel that ends at Entra ID', async () => {
  await start({});
  expect(tunnels).toEqual([new URL(entra.origin).host]);
});

it('passes by it for those that NO_PROXY names', async () => {
  await start({ NO_PROXY: 'example.com,127.0.0.1' });
  expect(tunnels).toEqual([]);
});
