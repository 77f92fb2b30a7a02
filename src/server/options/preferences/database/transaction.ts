import type { Queries } from './database.ts';

/**
 * All of the work or nothing, on a connection that nobody else uses meanwhile.
 * @param onStuck could not even be rolled back: the connection is good for nothing any more
 * @throws what the work throws, or DatabaseFault
 */
export async function inTransaction<T>(
  queries: Queries,
  work: (queries: Queries) => Promise<T>,
  onStuck: (error: Error) => void,
): Promise<T> {
  await queries.query('BEGIN');
  try {
    const result = await work(queries);
    await queries.query('COMMIT');
    return result;
  } catch (error) {
    await queries.query('ROLLBACK').catch(onStuck);
    throw error;
  }
}
