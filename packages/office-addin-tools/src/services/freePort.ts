import { createServer, type AddressInfo } from 'node:net';

/** Returns a free port for programs that don't accept port 0. Another program could take it in the meantime. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
