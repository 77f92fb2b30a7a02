import type { OptionContext } from '../../../option.ts';
import type { DatabaseSettings } from '../index.ts';
import { FolderError } from './folderError.ts';
import { FolderInUseError } from './folderLock.ts';
import { LazyDatabase } from './lazyDatabase.ts';
import { NewerSchemaError } from './migrate.ts';

/** Milliseconds. */
export interface DatabaseLimits {
  /** Connecting to PostgreSQL. */
  readonly databaseConnectMs: number;
  /** How long a query waits while the database opens and migrates its schema. */
  readonly databaseOpenMs: number;
  /** Opening the database, which can take a minute if it is created on a slow disk. */
  readonly databaseGiveUpMs: number;
  /** One statement. */
  readonly databaseMs: number;
  /** Wait after a failed attempt to open the database. */
  readonly databasePauseMs: number;
}

/** Returns the configured database. The first query loads the driver. */
export function connectDatabase(
  setting: DatabaseSettings,
  { config, limits, clock, logger, identityTokens }: OptionContext<DatabaseLimits>,
): LazyDatabase {
  const { databaseConnectMs: connectMs, databaseMs: queryMs } = limits;
  const onLost = ({ name, message }: Error) =>
    logger.warn({ name, message }, 'Lost a connection to the database; the next query reconnects.');
  const onLeftovers = (paths: readonly string[]) =>
    logger.warn(
      { paths },
      'An earlier creation of the embedded database was interrupted. Its folders are unused; you can delete them.',
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
      logger.error(openErrorFields(error), 'Cannot open the database; preferences are unavailable.');
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

/** Returns the message of an error of this server, which names the fix. Of driver errors only the code: messages may contain names. */
function openErrorFields(error: unknown): Record<string, unknown> {
  const { code, cause } = error as { code?: string; cause?: unknown };
  const own = [error, cause].find((candidate) => OWN_ERRORS.some((type) => candidate instanceof type));
  return { fault: code, ...(own instanceof Error ? { message: own.message } : {}) };
}

const OWN_ERRORS = [FolderError, FolderInUseError, NewerSchemaError];

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
