import { createServer } from 'node:net';

/** Where the sandbox listens. Office, identity provider and Graph have three consecutive ports. */
export interface SandboxOrigins {
  readonly addin: string;
  readonly office: string;
  readonly entra: string;
  readonly graph: string;
}

/** @param first port of three  @param addin origin of the add-in */
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
