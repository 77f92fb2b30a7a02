import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import express, { type Express, type Router } from 'express';
import { createControl } from './control/control.ts';
import { createEntra } from './entra/entra.ts';
import { createGraph } from './graph/graph.ts';
import type { GraphCall } from './graph/graphCalls.ts';
import { errorHandler } from './http/errorHandler.ts';
import type { SandboxOrigins } from './ports.ts';
import type { SandboxState } from './state.ts';
import { UserError } from './userError.ts';

export interface ServeOptions {
  readonly state: SandboxState;
  readonly origins: SandboxOrigins;
  readonly certificates: { readonly cert: string | Buffer; readonly key: string | Buffer };
  readonly clientCertificates: readonly string[];
  readonly graph: readonly GraphCall[];
  /** The host page. */
  readonly office: Router;
  readonly signal?: AbortSignal | undefined;
}

/** Long, so that clients don't write to a connection that is closing because it was idle. */
const KEEP_ALIVE_MS = 240_000;

/** Never listens on the network: the sandbox signs tokens for any caller. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** Listens on the port of each origin. Rejects with a UserError that names the port if one is in use. */
export async function serveSandbox(options: ServeOptions): Promise<{ close(): Promise<void> }> {
  const { state, origins, certificates, clientCertificates, graph, office, signal } = options;
  const registered = clientCertificates.map((pem) => new X509Certificate(pem));
  const entra = await createEntra(state, origins, registered);
  const apps: readonly (readonly [origin: string, app: Express])[] = [
    [origins.office, application(createControl(state, origins, entra), office)],
    [origins.entra, application(entra.router)],
    [origins.graph, application(createGraph(state, origins, entra.keys, graph))],
  ];

  const servers: ServerWithSockets[] = [];
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
  app.use(errorHandler);
  return app;
}

interface ServerWithSockets {
  readonly server: Server;
  readonly sockets: ReadonlySet<Socket>;
}

/** Returns null if this machine doesn't have the address, for example without IPv6. */
function listen(server: Server, { origin, port }: URL, host: string): Promise<ServerWithSockets | null> {
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
            `Port ${port} is already in use; the sandbox needs it for ${origin}. ` +
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

/** Destroys every socket, including those with an unfinished handshake, which closeAllConnections misses. */
function closeServer({ server, sockets }: ServerWithSockets): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
