import { Pool, type PoolClient } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import {
  migrate,
  migrations,
  withDatabaseErrors,
  inTransaction,
  type Database,
  type Queries,
  type DatabaseSettings,
} from './database.ts';
import { openEmbedded } from './embedded.ts';

export interface OpenOptions {
  /** See `openEmbedded`. */
  readonly onLeftovers?: (paths: readonly string[]) => void;
  /** Called for each new connection to a server. Undefined: the URL contains the password, if any. */
  readonly password?: (() => Promise<string>) | undefined;
}

/**
 * Opens the configured database and migrates its schema.
 * @throws DatabaseError, NewerSchemaError
 */
export async function openDatabase(
  setting: DatabaseSettings,
  limits: PostgresLimits,
  onLost: (error: Error) => void,
  { onLeftovers, password }: OpenOptions = {},
): Promise<Database> {
  const database =
    setting.kind === 'postgres'
      ? connectPostgres(setting.url, limits, onLost, password)
      : await openEmbedded(setting.folder, onLeftovers);
  try {
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Milliseconds; see `Limits`. */
export interface PostgresLimits {
  readonly connectMs: number;
  readonly queryMs: number;
}

/** Each API call reads or writes one small record: a few connections handle thousands of calls per second. */
const MAX_CONNECTIONS = 10;
const IDLE_MS = 30_000;

/**
 * Returns a pool of connections to a PostgreSQL server. The URL configures TLS: `sslmode=verify-full` checks the
 * certificate. Connects on demand, so that a database that is down does not prevent the server from starting.
 * @param password called for each new connection, because identity tokens expire; undefined: the URL contains it
 * @param onLost called when an idle connection breaks
 */
export function connectPostgres(
  url: string,
  { connectMs, queryMs }: PostgresLimits,
  onLost: (error: Error) => void,
  password?: () => Promise<string>,
): Database {
  const pool = new Pool({
    // Not `connectionString`: its empty password would take precedence over the function.
    ...parseIntoClientConfig(url),
    ...(password ? { password } : {}),
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: IDLE_MS,
    // The server times out first and reports it; the client's timeout is for a server that does not respond.
    statement_timeout: queryMs,
    query_timeout: queryMs + 500,
    keepAlive: true,
    application_name: 'office-addin',
  });
  // Without a listener, the loss of an idle connection would end the process.
  pool.on('error', onLost);
  return {
    query: (sql, values, signal) =>
      withDatabaseErrors(signal ? rowsUnlessAborted(pool, sql, values, signal) : rowsOf(pool, sql, values)),
    transaction: (work) => onOneConnection(pool, work),
    // The pool replaces broken connections.
    usable: () => true,
    close: () => pool.end(),
  };
}

async function rowsOf<Row>(
  on: Pool | PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await on.query(sql, [...values]);
  return rows as Row[];
}

/** Checks the signal once the statement has a connection, for which it may have waited. */
async function rowsUnlessAborted<Row>(
  pool: Pool,
  sql: string,
  values: readonly unknown[] | undefined,
  signal: AbortSignal,
): Promise<Row[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    signal.throwIfAborted();
    return await rowsOf<Row>(client, sql, values);
  } catch (error) {
    if (!signal.aborted) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

async function onOneConnection<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await withDatabaseErrors(pool.connect());
  let broken: Error | undefined;
  const queries: Queries = { query: (sql, values) => withDatabaseErrors(rowsOf(client, sql, values)) };
  try {
    return await inTransaction(queries, work, (error) => (broken = error));
  } finally {
    // With an error, the pool discards the connection.
    client.release(broken);
  }
}
