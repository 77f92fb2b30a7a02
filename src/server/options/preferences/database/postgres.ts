import { Pool, type PoolClient } from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { asFault, type Database, type Queries } from './database.ts';
import { inTransaction } from './transaction.ts';

/** Milliseconds; see `Limits`. */
export interface PostgresLimits {
  readonly connectMs: number;
  readonly queryMs: number;
}

/** One small record per call: a few connections carry thousands of calls per second. */
const MAX_CONNECTIONS = 10;
const IDLE_MS = 30_000;

/**
 * A PostgreSQL server. TLS as the address says: `sslmode=verify-full` checks the certificate.
 * Connections are made when they are needed, so that a database that is down hinders nobody at the start.
 * @param password asked for each new connection, because a token of an identity expires; undefined: the address has it
 * @param onLost for the log: a connection that nobody was using has broken
 */
export function connectPostgres(
  url: string,
  { connectMs, queryMs }: PostgresLimits,
  onLost: (error: Error) => void,
  password?: () => Promise<string>,
): Database {
  const pool = new Pool({
    // Not `connectionString`: pg would let its empty password win over the function.
    ...parseIntoClientConfig(url),
    ...(password ? { password } : {}),
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: IDLE_MS,
    // The server gives up first and says so; the client's limit is for a server that is silent.
    statement_timeout: queryMs,
    query_timeout: queryMs + 500,
    keepAlive: true,
    application_name: 'office-addin',
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', onLost);
  return {
    query: (sql, values, signal) =>
      asFault(signal ? rowsUnlessAborted(pool, sql, values, signal) : rowsOf(pool, sql, values)),
    transaction: (work) => onOneConnection(pool, work),
    // The pool makes new connections for those that break.
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

/** Looks at the signal when the statement has a connection, for which it may have waited. */
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
  const client = await asFault(pool.connect());
  let broken: Error | undefined;
  const queries: Queries = { query: (sql, values) => asFault(rowsOf(client, sql, values)) };
  try {
    return await inTransaction(queries, work, (stuck) => (broken = stuck));
  } finally {
    // One that is stuck is not given to the next.
    client.release(broken);
  }
}
