export type DatabaseSettings =
  | {
      readonly kind: 'postgres';
      /** Never log it: it may contain a password. */
      readonly url: string;
      /** True to sign in with tokens of the managed identity instead of a password. */
      readonly managedIdentity: boolean;
    }
  /** Only one process at a time can use the folder. */
  | { readonly kind: 'embedded'; readonly folder: string };

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

/**
 * Runs the work in a transaction, on a connection that is not shared in the meantime.
 * @param onBroken called if the rollback fails: the connection is then unusable
 * @throws what the work throws, or DatabaseError
 */
export async function inTransaction<T>(
  queries: Queries,
  work: (queries: Queries) => Promise<T>,
  onBroken: (error: Error) => void,
): Promise<T> {
  await queries.query('BEGIN');
  try {
    const result = await work(queries);
    await queries.query('COMMIT');
    return result;
  } catch (error) {
    await queries.query('ROLLBACK').catch(onBroken);
    throw error;
  }
}

/** Arbitrary key of the advisory lock, the same in all instances (pg_advisory_xact_lock). */
const LOCK = 7_303_014;

/** A newer version of the server has migrated the database. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
  readonly code = 'NEWER_SCHEMA';

  constructor(found: number, known: number) {
    super(
      `The database schema is at step ${found}, but this version of the server knows only ${known} steps: a newer version ` +
        'has migrated it. Deploy that version, or restore a backup from before the migration.',
    );
  }
}

/**
 * Migrates the schema. Instances that start at the same time wait for each other, so each step runs once.
 * @throws NewerSchemaError, DatabaseError
 */
export async function migrate(database: Database, steps: readonly string[]): Promise<void> {
  await database.transaction(async (queries) => {
    // Released at the end of the transaction. CREATE IF NOT EXISTS alone does not prevent a race.
    await queries.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const done = await stepsDone(queries);
    if (done > steps.length) throw new NewerSchemaError(done, steps.length);
    for (const [index, step] of steps.entries()) {
      if (index < done) continue;
      await queries.query(step);
      await queries.query('INSERT INTO schema_steps (step) VALUES ($1)', [index + 1]);
    }
  });
}

async function stepsDone(queries: Queries): Promise<number> {
  await queries.query(
    'CREATE TABLE IF NOT EXISTS schema_steps (step integer PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now())',
  );
  const [row] = await queries.query<{ done: number }>(
    'SELECT coalesce(max(step), 0)::integer AS done FROM schema_steps',
  );
  return row?.done ?? 0;
}

/**
 * The steps of the schema. Each runs once, in a transaction. Never change a released step; append a new one. There is no
 * downgrade: restore a backup instead.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE preferences (
     tenant text NOT NULL,
     person text NOT NULL,
     revision uuid NOT NULL,
     record jsonb NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (tenant, person)
   )`,
];
