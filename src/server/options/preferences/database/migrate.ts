import type { Database, Queries } from './database.ts';

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
