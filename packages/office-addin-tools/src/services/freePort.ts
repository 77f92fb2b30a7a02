import { createServer, type AddressInfo } from 'node:net';

/** For programs that take no port 0: one that was free a moment ago is free now, but for a rare mishap. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
