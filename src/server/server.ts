import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type App, type AppDeps } from './app.ts';
import { ConfigError, type Config } from './config.ts';
import type { ServerConfig } from './serverConfig.ts';
import { connectionLimit, openFilesLimit } from './http/connections.ts';
import { asProblem } from './http/api.ts';
import { createServer } from './http/httpServer.ts';
import { createLogger, problemLogFields } from './http/logger.ts';
import { loadTelemetry, optionLimits } from './optionHooks.ts';

export interface RunningServer {
  readonly port: number;
  readonly app: App;
  /** Waits for requests in flight, within the time limit, and closes the server. */
  stop(): Promise<void>;
}

/** The server cannot start. The message has one sentence with the fix. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Starts the server. @throws ConfigError or StartError, whose messages are meant to be shown */
export async function startServer(config: ServerConfig, deps: AppDeps = {}): Promise<RunningServer> {
  const logger = deps.logger ?? createLogger(config);
  const limits = { ...optionLimits, ...deps.limits };
  const telemetry = deps.telemetry ?? (await loadTelemetry(config.options, limits, logger));
  const app = createApp(config, { ...deps, logger, telemetry });
  const server = createNodeServer(config, app);
  await listen(server, config);
  const stopReloading = reloadKeysPeriodically(app);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    app,
    async stop() {
      stopReloading();
      // Port and connections stay open while draining, so that new requests get a 503 and go to another instance.
      await app.lifecycle.drain(app.limits.drainMs, app.limits.quietMs);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await app.close();
    },
  };
}

function createNodeServer({ tls, addinOrigin }: Config, { handler, logger, limits }: App): Server {
  const connections = connectionLimit(limits.connections, openFilesLimit());
  const deps = { handler, logger, limits: { ...limits, connections }, addinOrigin };
  if (!tls) return createServer(deps, null);
  const { certPath, keyPath } = tls;
  try {
    return createServer(deps, { cert: readFileSync(certPath), key: readFileSync(keyPath) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      const fix = 'Create them with `npm start`, or set TLS=off behind a proxy that terminates TLS.';
      throw new StartError(`There is no certificate at ${certPath} and ${keyPath}. ${fix}`, {
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
    throw new StartError(listenError(error, port), { cause: error });
  });
}

function listenError({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop the other program (maybe an earlier run of this server), or set PORT to another port.`;
  }
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set PORT to a port above 1023.`;
  return `The server cannot listen on port ${port}: ${message}`;
}

/** Loads the signing keys immediately, so that the first user does not wait, and then every hour. */
function reloadKeysPeriodically({ keys, logger, limits }: App): () => void {
  const reload = () => {
    keys.reload().catch((error: unknown) => {
      const message = "Cannot load Entra ID's signing keys; known keys stay in use.";
      logger.warn(problemLogFields(asProblem(error)), message);
    });
  };
  reload();
  const timer = setInterval(reload, limits.keysReloadMs);
  timer.unref();
  return () => clearInterval(timer);
}
