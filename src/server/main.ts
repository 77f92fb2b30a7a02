import { ConfigError, readConfig, type ServerConfig } from './config.ts';
import { loadEnvironment } from './envFiles.ts';
import { createLogger } from './http/logger.ts';
import { StartError, startServer, type RunningServer } from './server.ts';

/** Starts the server of this process. Settings: the environment, then .ENV.local and .ENV of the current folder. */

async function main(): Promise<void> {
  const warnings: string[] = [];
  const config = readConfigWith(warnings);
  const logger = createLogger(config);
  for (const warning of warnings) logger.warn(warning);
  // Before anything can fail: nothing that one request does may end the process without a word.
  process.on('unhandledRejection', (reason) =>
    logger.error({ err: reason }, 'A promise was rejected unnoticed.'),
  );
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'An error was caught by nobody; the state is unknown, so the process ends.');
    process.exit(1);
  });
  const server = await startServer(config, { logger });
  logger.info(
    { origin: config.addinOrigin, port: server.port, tls: config.tls !== null },
    'The server is ready.',
  );
  stopOnSignal(server, () => logger.info('The server is stopping.'));
}

/** Until there is a configuration there is no log: with a wrong setting, the warnings may be its cause. */
function readConfigWith(warnings: string[]): ServerConfig {
  try {
    return readConfig(loadEnvironment(process.env, process.cwd(), (warning) => warnings.push(warning)));
  } catch (error) {
    for (const warning of warnings) process.stderr.write(`${warning}\n`);
    throw error;
  }
}

/** The first signal drains; a second one, of an impatient person, ends at once. */
function stopOnSignal(server: RunningServer, say: () => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    say();
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
