import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import express, { type Express, type Router } from 'express';
import { createControl } from './control/control.ts';
import { createEntra } from './entra/entra.ts';
import { createGraph } from './graph/graph.ts';
import { lastResort } from './http/lastResort.ts';
import { createOffice } from './office/server.ts';
import type { SandboxOrigins } from './ports.ts';
import { SandboxState } from './state.ts';

export interface SandboxOptions {
  readonly origins: SandboxOrigins;
  /** PEM, good for localhost. */
  readonly certificates: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** Certificates of the app registration, PEM; a server that signs in with another one is refused. */
  readonly clientCertificates?: readonly string[];
  /** Ends the sandbox. */
  readonly signal?: AbortSignal;
  /** The host page; tests that need none of it leave it out. */
  readonly office?: (state: SandboxState, origins: SandboxOrigins) => Promise<Router>;
}

export interface Sandbox {
  readonly state: SandboxState;
  /** Ends every connection, also those that a scenario keeps waiting, and frees the ports. */
  close(): Promise<void>;
}

/** Long: a client that keeps its connection must not write into one that is just being closed for idleness. */
const KEEP_ALIVE_MS = 240_000;

/** Nothing outside this machine may reach it: it signs tokens for whoever asks. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Starts identity provider, Graph and the Office host page, each on the port of its origin.
 * Rejects with NODE_ENV=production, and with a sentence that names the port when one is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { origins, certificates, clientCertificates = [], signal, office = createOffice } = options;
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The sandbox does not start with NODE_ENV=production: it gives a token to whoever asks.');
  }
  signal?.throwIfAborted();
  const state = new SandboxState();
  const registered = clientCertificates.map((pem) => new X509Certificate(pem));
  const entra = await createEntra(state, origins, registered);
  const apps: readonly (readonly [origin: string, app: Express])[] = [
    [origins.office, application(createControl(state, origins, entra), await office(state, origins))],
    [origins.entra, application(entra.router)],
    [origins.graph, application(createGraph(state, origins, entra.keys))],
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
  return { state, close };
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

/** @returns null where this machine has no such address: IPv6 may be switched off. */
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
        const mend =
          'End the program that listens there, or set SANDBOX_PORT to the first of three free ports.';
        reject(
          new Error(`Port ${port} is taken, which the sandbox needs for ${origin}. ${mend}`, {
            cause: error,
          }),
        );
      } else reject(error);
    });
    // A broken handshake, such as a browser that does not trust the certificate yet, is the caller's affair.
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    server.listen({ port: Number(port), host, ipv6Only: true }, () => resolve({ server, sockets }));
  });
}

/** Sockets that are still shaking hands count as connections too, but only the server's owner knows them. */
function closeServer({ server, sockets }: Listening): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
