import { withTimeLimit } from '../../../../contract/timeLimit.ts';
import type { OptionContext } from '../../../option.ts';
import {
  NewerSchemaError,
  DatabaseError,
  type Database,
  type Queries,
  type DatabaseSettings,
} from './database.ts';
import { FolderError, FolderInUseError } from './folderLock.ts';

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

/** Milliseconds. */
interface LazyLimits {
  /** How long a query waits for the database to open. Opening continues after that, because a slow disk takes longer. */
  readonly openMs: number;
  /** Time limit for opening. */
  readonly giveUpMs: number;
  /** Time limit for a query. */
  readonly queryMs: number;
  /** Wait after a failed attempt to open. */
  readonly pauseMs: number;
}

/**
 * A database that the first query opens; concurrent queries share the attempt. If it fails, they reject, and the next
 * query after a pause tries again: once the database is back, no restart of the server is needed.
 */
export class LazyDatabase implements Queries {
  readonly #open: () => Promise<Database>;
  readonly #clock: () => number;
  readonly #limits: LazyLimits;
  #opening: Promise<Database> | undefined;
  #failed: { readonly at: number; readonly error: Error } | undefined;
  #closed = false;

  constructor(open: () => Promise<Database>, clock: () => number, limits: LazyLimits) {
    this.#open = open;
    this.#clock = clock;
    this.#limits = limits;
  }

  readonly query = async <Row>(
    sql: string,
    values?: readonly unknown[],
    signal?: AbortSignal,
  ): Promise<Row[]> => {
    const opening = this.#database();
    const database = await withTimeLimit(opening, this.#limits.openMs, timeoutError);
    signal?.throwIfAborted();
    try {
      return await withTimeLimit(
        database.query<Row>(sql, values, signal),
        this.#limits.queryMs,
        timeoutError,
      );
    } finally {
      if (!database.usable()) await this.#giveUp(opening, database);
    }
  };

  async close(): Promise<void> {
    this.#closed = true;
    const opening = this.#opening;
    if (!opening) return;
    // A database that failed to open needs no closing, and its queries have already rejected.
    const database = await opening.catch(() => undefined);
    await database?.close();
  }

  #database(): Promise<Database> {
    if (this.#closed) return Promise.reject(new Error('The server is stopping.'));
    if (this.#failed && this.#clock() - this.#failed.at < this.#limits.pauseMs) {
      return Promise.reject(this.#failed.error);
    }
    if (!this.#opening) {
      this.#opening = this.#begin();
      // All waiting queries may have timed out before it fails.
      this.#opening.catch(ignore);
    }
    return this.#opening;
  }

  async #begin(): Promise<Database> {
    const opening = this.#open();
    try {
      const database = await withTimeLimit(opening, this.#limits.giveUpMs, timeoutError);
      this.#failed = undefined;
      return database;
    } catch (error) {
      // Close a database that opens too late: no query waits for it, and the next attempt opens another one.
      opening.then((database) => database.close(), ignore).catch(ignore);
      this.#fail(error);
      throw error;
    }
  }

  /** The next query opens another one. */
  async #giveUp(opening: Promise<Database>, database: Database): Promise<void> {
    if (this.#opening !== opening) return;
    this.#fail(new DatabaseError({ code: 'UNUSABLE' }));
    await database.close().catch(ignore);
  }

  #fail(error: unknown): void {
    this.#failed = { at: this.#clock(), error: error instanceof Error ? error : new DatabaseError(error) };
    this.#opening = undefined;
  }
}

/** Ignores errors of a database whose failure has already been reported. */
const ignore = () => undefined;

const timeoutError = () => new DatabaseError({ code: 'TIMEOUT' });
