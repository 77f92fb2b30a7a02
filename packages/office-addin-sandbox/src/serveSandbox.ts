import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import express, { type Express, type Router } from 'express';
import { createControl } from './control/control.ts';
import { createEntra } from './entra/entra.ts';
import { createGraph } from './graph/graph.ts';
import type { GraphCall } from './graph/graphCalls.ts';
import { lastResort } from './http/lastResort.ts';
import type { SandboxOrigins } from './ports.ts';
import type { SandboxState } from './state.ts';
import { UserError } from './userError.ts';

export interface Parts {
  readonly state: SandboxState;
  readonly origins: SandboxOrigins;
  readonly certificates: { readonly cert: string | Buffer; readonly key: string | Buffer };
  readonly clientCertificates: readonly string[];
  readonly graph: readonly GraphCall[];
  /** The host page. */
  readonly office: Router;
  readonly signal?: AbortSignal | undefined;
}

/** Long, so that no client writes into a connection that is being closed because it was idle. */
const KEEP_ALIVE_MS = 240_000;

/** Only this machine may reach the sandbox: it signs tokens for anyone who asks. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** Listens on the port of each origin. Rejects with a message that names the port when one is taken. */
export async function serveSandbox(parts: Parts): Promise<{ close(): Promise<void> }> {
  const { state, origins, certificates, clientCertificates, graph, office, signal } = parts;
  const registered = clientCertificates.map((pem) => new X509Certificate(pem));
  const entra = await createEntra(state, origins, registered);
  const apps: readonly (readonly [origin: string, app: Express])[] = [
    [origins.office, application(createControl(state, origins, entra), office)],
    [origins.entra, application(entra.router)],
    [origins.graph, application(createGraph(state, origins, entra.keys, graph))],
  ];

  const servers: Listening[] = [];
  const close = async (): Promise<void> => {
    signal?.removeEventListener('abort', onAbort);
    await Promise.all(servers.splice(0).map(closeServer));
  };
  const onAbort = (): void => void close();
  try {
    for (const [origin, app] of apps) {
      for (const host of LOOPBACK) {
        const server = await listen(
          createServer({ ...certificates, keepAliveTimeout: KEEP_ALIVE_MS }, app),
          new URL(origin),
          host,
        );
        if (server) servers.push(server);
      }
    }
    signal?.throwIfAborted();
  } catch (error) {
    await close();
    throw error;
  }
  signal?.addEventListener('abort', onAbort, { once: true });
  return { close };
}

function application(...routers: readonly Router[]): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(...routers);
  app.use(lastResort);
  return app;
}

interface Listening {
  readonly server: Server;
  readonly sockets: ReadonlySet<Socket>;
}

/** Returns null if this machine has no such address: IPv6 may be off. */
function listen(server: Server, { origin, port }: URL, host: string): Promise<Listening | null> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null);
      else if (error.code === 'EADDRINUSE') {
        reject(
          new UserError(
            `Port ${port} is taken, which the sandbox needs for ${origin}. ` +
              'Stop the program that uses it, or choose the first of three free ports with --port or SANDBOX_PORT.',
            { cause: error },
          ),
        );
      } else reject(error);
    });
    // Ignores failed handshakes, such as those of a browser that does not trust the certificate yet.
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    server.listen({ port: Number(port), host, ipv6Only: true }, () => resolve({ server, sockets }));
  });
}

/** Destroys every socket, including those that closeAllConnections misses because their handshake is unfinished. */
function closeServer({ server, sockets }: Listening): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
