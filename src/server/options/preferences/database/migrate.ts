import type { Database, Queries } from './database.ts';

/** Any number, as long as it is the same in all instances and nobody else's (pg_advisory_xact_lock). */
const LOCK = 7_303_014;

/** The database was made by a newer version of the server. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  readonly code = 'NEWER_SCHEMA';

  constructor(found: number, known: number) {
    super(
      `The schema of the database is at step ${found} and this version of the server knows ${known}: a newer version has ` +
        'run on it. Deploy that version, or restore a backup of before.',
    );
  }
}

/**
 * Brings the schema up to date. Instances that start at the same time take turns, and the second finds it done.
 * @throws NewerSchema, DatabaseFault
 */
export async function migrate(database: Database, steps: readonly string[]): Promise<void> {
  await database.transaction(async (queries) => {
    // Ends with the transaction, whatever happens. CREATE IF NOT EXISTS alone is no protection from a race.
    await queries.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const done = await stepsDone(queries);
    if (done > steps.length) throw new NewerSchema(done, steps.length);
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
