import { ConfigError } from './config.ts';
import { readConfig, type ServerConfig } from './serverConfig.ts';
import { loadEnvironment } from './env.ts';
import { createLogger } from './http/logger.ts';
import { StartError, startServer, type RunningServer } from './server.ts';

/** Starts the server. Reads settings from the environment, then from .ENV.local and .ENV in the current folder. */

async function main(): Promise<void> {
  const warnings: string[] = [];
  const config = readConfigWith(warnings);
  const logger = createLogger(config);
  for (const warning of warnings) logger.warn(warning);
  // Registered first, so that the process never exits without a log line.
  process.on('unhandledRejection', (reason) => logger.error({ err: reason }, 'Unhandled promise rejection.'));
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'Uncaught exception; exiting, because the state of the process is unknown.');
    process.exit(1);
  });
  const server = await startServer(config, { logger });
  logger.info(
    { origin: config.addinOrigin, port: server.port, tls: config.tls !== null },
    'The server is ready.',
  );
  stopOnSignal(server, () => logger.info('The server is stopping.'));
}

/** Prints the warnings if a setting is invalid: they may explain it, and there is no log without a configuration. */
function readConfigWith(warnings: string[]): ServerConfig {
  try {
    return readConfig(loadEnvironment(process.env, process.cwd(), (warning) => warnings.push(warning)));
  } catch (error) {
    for (const warning of warnings) process.stderr.write(`${warning}\n`);
    throw error;
  }
}

/** Drains on the first signal, and exits immediately on the second. */
function stopOnSignal(server: RunningServer, onStop: () => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    onStop();
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const shown = error instanceof ConfigError || error instanceof StartError;
  const text = shown
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`${text}\n`, () => process.exit(1));
});
