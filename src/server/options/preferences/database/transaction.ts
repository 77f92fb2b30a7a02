import type { Queries } from './database.ts';

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
