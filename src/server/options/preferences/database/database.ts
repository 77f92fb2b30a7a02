/** PostgreSQL, whether a server or embedded in this process: one language, one code path. */
export interface Queries {
  /**
   * @param sql with $1, $2 … for the values
   * @param signal aborted: a statement that has not begun does not run
   * @returns the rows; members are what the driver makes of the columns (text: string, jsonb: parsed)
   * @throws DatabaseFault
   */
  readonly query: <Row>(sql: string, values?: readonly unknown[], signal?: AbortSignal) => Promise<Row[]>;
}

export interface Database extends Queries {
  /** All of it or nothing, on one connection. @throws DatabaseFault, or what `work` throws */
  readonly transaction: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  /** False: it has failed for good, and has to be closed and opened anew. */
  readonly usable: () => boolean;
  readonly close: () => Promise<void>;
}

/** The database did not do what was asked: down, slow, full, read-only. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  /** SQLSTATE, or the code of the system such as ECONNREFUSED; for the log. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The database did not do what was asked.', { cause });
    const { code } = (cause ?? {}) as { code?: unknown };
    this.code = typeof code === 'string' ? code : undefined;
  }
}

/** What a driver throws, as a fault. */
export async function asFault<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof DatabaseFault ? error : new DatabaseFault(error);
  }
}
