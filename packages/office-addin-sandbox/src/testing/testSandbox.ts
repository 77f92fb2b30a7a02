import { createServer } from 'node:net';
import { Router } from 'express';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import { localhostCertificates } from '../../../office-addin-tools/src/certificates.ts';
import type { SandboxOrigins } from '../ports.ts';
import { startSandbox, type Sandbox } from '../startSandbox.ts';

export interface TestSandbox extends Sandbox {
  readonly origins: SandboxOrigins;
  /** `fetch` that trusts the certificate and follows no redirect. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly ca: Buffer;
}

/** A sandbox on free ports, over real HTTPS, without the host page. */
export async function startTestSandbox(clientCertificates: readonly string[] = []): Promise<TestSandbox> {
  const certificates = await localhostCertificates();
  const [addin, office, entra, graph] = await freeOrigins(4);
  const origins = { addin, office, entra, graph } as SandboxOrigins;
  const withoutPage = () => Promise.resolve(Router());
  const sandbox = await startSandbox({ origins, certificates, clientCertificates, office: withoutPage });
  const dispatcher = new Agent({ connect: { ca: certificates.ca } });
  return {
    ...sandbox,
    origins,
    ca: certificates.ca,
    fetch: (url, init) => fetch(url, { redirect: 'manual', ...init, dispatcher }),
    async close() {
      await sandbox.close();
      await dispatcher.destroy();
    },
  };
}

/** Origins on ports that nobody listens on. */
export async function freeOrigins(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports.map((port) => `https://localhost:${port}`);
}

/** Reads an answer's JSON as the shape that the test expects. */
export async function json<T>(answer: Response | Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}
