/** Queries to PostgreSQL, on a server or embedded in this process. */
export interface Queries {
  /**
   * @param sql with $1, $2 … for the values
   * @param signal when aborted, a statement that has not started does not run
   * @returns the rows, with columns converted by the driver (text: string, jsonb: parsed)
   * @throws DatabaseError
   */
  readonly query: <Row>(sql: string, values?: readonly unknown[], signal?: AbortSignal) => Promise<Row[]>;
}

export interface Database extends Queries {
  /** Runs `work` in a transaction on one connection. @throws DatabaseError, or what `work` throws */
  readonly transaction: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  /** Returns false after a permanent failure: close the database and open it again. */
  readonly usable: () => boolean;
  readonly close: () => Promise<void>;
}

/** A failed query or connection: the database is down, slow, full or read-only. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** For the log: SQLSTATE, or a system error code such as ECONNREFUSED. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The database query failed.', { cause });
    const { code } = (cause ?? {}) as { code?: unknown };
    this.code = typeof code === 'string' ? code : undefined;
  }
}

/** Converts errors of the driver to DatabaseError. */
export async function withDatabaseErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof DatabaseError ? error : new DatabaseError(error);
  }
}
