import { ConfigError, readConfig } from './config.ts';
import { loadEnvironment } from './envFiles.ts';
import { createLogger } from './http/logger.ts';
import { StartError, startServer, type RunningServer } from './server.ts';

/** Starts the server of this process. Settings: the environment, then .ENV.local and .ENV of the current folder. */

async function main(): Promise<void> {
  const config = readConfig(loadEnvironment(process.env, process.cwd()));
  const logger = createLogger(config);
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
