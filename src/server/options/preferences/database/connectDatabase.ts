import type { Logger } from 'pino';
import type { Config } from '../../../config.ts';
import type { IdentityTokens } from '../../../graph/onBehalfOf.ts';
import type { Limits } from '../../../limits.ts';
import { FolderFault } from './folderFault.ts';
import { FolderInUse } from './folderLock.ts';
import { LazyDatabase } from './lazyDatabase.ts';
import { NewerSchema } from './migrate.ts';
import { openDatabase } from './openDatabase.ts';
import { postgresResource } from './postgres.ts';

export interface DatabaseSurroundings {
  readonly limits: Pick<
    Limits,
    'databaseConnectMs' | 'databaseOpenMs' | 'databaseGiveUpMs' | 'databaseMs' | 'databasePauseMs'
  >;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  /** Needed when the setting says that the managed identity signs in. */
  readonly identityTokens?: IdentityTokens | undefined;
}

/** The database as the settings want it. Nothing of it is loaded before the first query. */
export function connectDatabase(
  { database: setting, authority }: Pick<Config, 'database' | 'authority'>,
  { limits, clock, logger, identityTokens }: DatabaseSurroundings,
): LazyDatabase {
  const { databaseConnectMs: connectMs, databaseMs: queryMs } = limits;
  const onLost = ({ name, message }: Error) =>
    logger.warn(
      { name, message },
      'A connection to the database was lost; the next query makes another one.',
    );
  const onLeftovers = (paths: readonly string[]) =>
    logger.warn(
      { paths },
      'Creating the embedded database was interrupted earlier. The folders that this left are not used; you can delete them.',
    );
  const password =
    setting.kind === 'postgres' && setting.managedIdentity && identityTokens
      ? () => identityTokens(postgresResource(authority.host))
      : undefined;
  const open = async () => {
    try {
      return await openDatabase(setting, { connectMs, queryMs }, onLost, { onLeftovers, password });
    } catch (error) {
      logger.error(openingFault(error), 'The database cannot be opened; preferences are not available.');
      throw error;
    }
  };
  return new LazyDatabase(open, clock, {
    openMs: limits.databaseOpenMs,
    giveUpMs: limits.databaseGiveUpMs,
    queryMs,
    pauseMs: limits.databasePauseMs,
  });
}

/** Our own errors say what to do. A driver's message may contain names, so only its code is logged. */
function openingFault(error: unknown): Record<string, unknown> {
  const { code, cause } = error as { code?: string; cause?: unknown };
  const own = [error, cause].find((one) => OWN.some((type) => one instanceof type));
  return { fault: code, ...(own instanceof Error ? { message: own.message } : {}) };
}

const OWN = [FolderFault, FolderInUse, NewerSchema];
