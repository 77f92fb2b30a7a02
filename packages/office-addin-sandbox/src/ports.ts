import { createServer } from 'node:net';

/** Origins of the add-in and of the sandbox's three servers. */
export interface SandboxOrigins {
  readonly addin: string;
  readonly office: string;
  readonly entra: string;
  readonly graph: string;
}

/**
 * Returns the origins on localhost.
 * @param first the first of three consecutive ports
 * @param addin origin of the add-in
 */
export function sandboxOrigins(first = 3001, addin = 'https://localhost:3000'): SandboxOrigins {
  return {
    addin,
    office: `https://localhost:${first}`,
    entra: `https://localhost:${first + 1}`,
    graph: `https://localhost:${first + 2}`,
  };
}

/** Returns ports that nothing listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
