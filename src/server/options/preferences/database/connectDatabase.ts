import type { OptionContext } from '../../../option.ts';
import type { DatabaseSettings } from '../index.ts';
import { FolderFault } from './folderFault.ts';
import { FolderInUse } from './folderLock.ts';
import { LazyDatabase } from './lazyDatabase.ts';
import { NewerSchema } from './migrate.ts';

/** Milliseconds. */
export interface DatabaseLimits {
  /** Until PostgreSQL has accepted a connection. */
  readonly databaseConnectMs: number;
  /** How long a query waits for the database to open and its schema to be migrated. */
  readonly databaseOpenMs: number;
  /** Opening a database; creating one on a slow disk takes a minute. */
  readonly databaseGiveUpMs: number;
  /** One statement. */
  readonly databaseMs: number;
  /** Wait after a failed attempt to open the database. */
  readonly databasePauseMs: number;
}

/** Returns the database of the settings. The driver is loaded by the first query. */
export function connectDatabase(
  setting: DatabaseSettings,
  { config, limits, clock, logger, identityTokens }: OptionContext<DatabaseLimits>,
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
      ? () => identityTokens(postgresResource(config.authority.host))
      : undefined;
  const open = async () => {
    try {
      const { openDatabase } = await import(/* webpackMode: "eager" */ './openDatabase.ts');
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

/**
 * Returns the resource (App ID URI) for which Entra ID issues tokens that Azure Database for PostgreSQL accepts.
 * Source: "Use Microsoft Entra ID for authentication with Azure Database for PostgreSQL" and its pages for other clouds.
 * @param authorityHost host of the setting AUTHORITY
 */
export function postgresResource(authorityHost: string): string {
  if (authorityHost.endsWith('.us')) return 'https://ossrdbms-aad.database.usgovcloudapi.net';
  if (authorityHost.endsWith('.cn')) return 'https://ossrdbms-aad.database.chinacloudapi.cn';
  return 'https://ossrdbms-aad.database.windows.net';
}
