import { X509Certificate } from 'node:crypto';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import express, { type Express, type RequestHandler, type Router } from 'express';
import { createControl } from './control/control.ts';
import { EventScripts } from './control/eventScripts.ts';
import { LaunchEvents } from './control/launchEvents.ts';
import type { Addin } from './addins.ts';
import { createEntra } from './entra/entra.ts';
import { Registrations, type RegistrationOptions } from './entra/registrations.ts';
import { graphCors } from './graph/graphCors.ts';
import { createGraph } from './graph/graph.ts';
import type { GraphCall } from './graph/graphCalls.ts';
import { errorHandler } from './http/errorHandler.ts';
import { microsoftHosts, type SandboxPorts } from './hostNames.ts';
import type { SandboxOrigins } from './ports.ts';
import type { SandboxState } from './state.ts';
import { UserError } from './userError.ts';

export interface ServeOptions {
  readonly state: SandboxState;
  readonly addins?: readonly Addin[];
  readonly registration?: RegistrationOptions | undefined;
  readonly origins: SandboxOrigins;
  readonly ports: SandboxPorts;
  /** For localhost. */
  readonly certificates: Certificates;
  /** For the Microsoft hosts; undefined: the sandbox doesn't answer for them. */
  readonly microsoftCertificates?: Certificates | undefined;
  readonly clientCertificates: readonly string[];
  readonly graph: readonly GraphCall[];
  readonly launchEvents?: LaunchEvents | undefined;
  /** The host page. */
  readonly office: Router;
  readonly signal?: AbortSignal | undefined;
}

interface Certificates {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

/** Long, so that clients don't write to a connection that is closing because it was idle. */
const KEEP_ALIVE_MS = 240_000;

/** Never listens on the network: the sandbox signs tokens for any caller. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** Listens on the port of each origin. Rejects with a UserError that names the port if one is in use. */
export async function serveSandbox(options: ServeOptions): Promise<{ close(): Promise<void> }> {
  const { state, origins, ports, clientCertificates, graph, office, signal } = options;
  const { launchEvents = new LaunchEvents() } = options;
  const registered = clientCertificates.map((pem) => new X509Certificate(pem));
  const registrations = new Registrations(origins, options.addins, options.registration);
  const entra = await createEntra(state, origins, registered, registrations);
  const scripts = new EventScripts(ports);
  const apps: readonly (readonly [port: number, app: Express])[] = [
    [ports.office, application(createControl({ state, origins, entra, scripts, launchEvents }), office)],
    [ports.entra, application(entra.router)],
    [ports.graph, application(graphCors, createGraph(state, origins, entra.keys, graph))],
  ];

  const servers: ServerWithSockets[] = [];
  const close = async (): Promise<void> => {
    signal?.removeEventListener('abort', onAbort);
    await Promise.all(servers.splice(0).map(closeServer));
  };
  const onAbort = (): void => void close();
  try {
    for (const [port, app] of apps) {
      for (const host of LOOPBACK) {
        const server = await listen(
          createServer({ ...secureOptions(options), keepAliveTimeout: KEEP_ALIVE_MS }, app),
          port,
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

/** Selects the certificate by the name that the client connects to. */
function secureOptions({ certificates, microsoftCertificates }: ServeOptions): ServerOptions {
  if (!microsoftCertificates) return { ...certificates };
  const names = new Set(Object.values(microsoftHosts).flat());
  const microsoft = createSecureContext({ ...microsoftCertificates });
  const local = createSecureContext({ ...certificates });
  return {
    ...certificates,
    SNICallback: (name, done) => done(null, names.has(name.toLowerCase()) ? microsoft : local),
  };
}

function application(...routers: readonly (Router | RequestHandler)[]): Express {
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
function listen(server: Server, port: number, host: string): Promise<ServerWithSockets | null> {
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
            `Port ${port} is already in use; the sandbox needs it. ` +
              'Stop the program that uses it, or choose the first of three free ports with --port or SANDBOX_PORT.',
            { cause: error },
          ),
        );
      } else reject(error);
    });
    // Ignores failed handshakes, such as those of a browser that does not trust the certificate yet.
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    server.listen({ port, host, ipv6Only: true }, () => resolve({ server, sockets }));
  });
}

/** Destroys every socket, including those with an unfinished handshake, which closeAllConnections misses. */
function closeServer({ server, sockets }: ServerWithSockets): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
