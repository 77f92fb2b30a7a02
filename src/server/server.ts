import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type App, type AppDeps } from './app.ts';
import { ConfigError, type Config, type ServerConfig } from './config.ts';
import { connectionLimit, openFilesLimit } from './http/connectionLimit.ts';
import { asProblem } from './http/asProblem.ts';
import { createServer } from './http/httpServer.ts';
import { createLogger } from './http/logger.ts';
import { problemLogFields } from './http/problemLogFields.ts';
import { loadTelemetry, optionLimits } from './optionHooks.ts';

export interface RunningServer {
  readonly port: number;
  readonly app: App;
  /** Finishes what is in flight, within the limit, and closes. */
  stop(): Promise<void>;
}

/** A message of one sentence for the person who starts the server. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** @throws ConfigError or StartError, both to be shown as they are */
export async function startServer(config: ServerConfig, deps: AppDeps = {}): Promise<RunningServer> {
  const logger = deps.logger ?? createLogger(config);
  const limits = { ...optionLimits, ...deps.limits };
  const telemetry = deps.telemetry ?? (await loadTelemetry(config.options, limits, logger));
  const app = createApp(config, { ...deps, logger, telemetry });
  const server = serverOf(config, app);
  await listen(server, config);
  const stopReloading = reloadKeysPeriodically(app);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    app,
    async stop() {
      stopReloading();
      // Port and connections stay open, so that new requests get an answer that sends them elsewhere.
      await app.lifecycle.drain(app.limits.drainMs, app.limits.quietMs);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await app.close();
    },
  };
}

function serverOf({ tls, addinOrigin }: Config, { handler, logger, limits }: App): Server {
  const connections = connectionLimit(limits.connections, openFilesLimit());
  const deps = { handler, logger, limits: { ...limits, connections }, addinOrigin };
  if (!tls) return createServer(deps, null);
  const { certPath, keyPath } = tls;
  try {
    return createServer(deps, { cert: readFileSync(certPath), key: readFileSync(keyPath) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      const fix = 'run `npm start`, which makes it, or set TLS=off behind a proxy that ends TLS';
      throw new StartError(`There is no certificate at ${certPath} and ${keyPath}: ${fix}.`, {
        cause: error,
      });
    }
    throw new ConfigError([`TLS_CERT_PATH, TLS_KEY_PATH cannot be used: ${message}`], { cause: error });
  }
}

async function listen(server: Server, { port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(startFault(error, port), { cause: error });
  });
}

function startFault({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken: stop the other program (perhaps an earlier start of this one), or set PORT to another.`;
  }
  if (code === 'EACCES') return `Port ${port} is not allowed to this user: set PORT to one above 1023.`;
  return `The server cannot listen on port ${port}: ${message}`;
}

/** Loads the signing keys now, so that the first user does not wait, and every hour. */
function reloadKeysPeriodically({ keys, logger, limits }: App): () => void {
  const reload = () => {
    keys.reload().catch((error: unknown) => {
      const text = 'The signing keys of Entra ID could not be loaded; known ones stay in use.';
      logger.warn(problemLogFields(asProblem(error)), text);
    });
  };
  reload();
  const timer = setInterval(reload, limits.keysReloadMs);
  timer.unref();
  return () => clearInterval(timer);
}
