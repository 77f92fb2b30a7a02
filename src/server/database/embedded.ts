import { mkdir } from 'node:fs/promises';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { asFault, DatabaseFault, type Database, type Queries } from './database.ts';
import { lockFolder } from './folderLock.ts';

/**
 * PostgreSQL inside of this process, in a folder: PGlite. It takes a third of a second to open and up to 400 MB, so
 * it is loaded only when somebody asks for something. One process at a time: see `lockFolder`.
 * @throws DatabaseFault when the folder cannot be used
 */
export async function openEmbedded(folder: string): Promise<Database> {
  return await asFault(open(folder));
}

async function open(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true });
  let usable = true;
  const lock = await lockFolder(folder, () => (usable = false));
  try {
    const { PGlite: Engine } = await import(/* webpackChunkName: "database" */ '@electric-sql/pglite');
    const engine = await Engine.create(folder);
    /** Errors of PostgreSQL have an SQLSTATE; any other is the engine's own end (no memory, no disk). */
    const watched = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!usable) throw new DatabaseFault({ code: 'DATABASE_DIR_LOST' });
      try {
        return await work();
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) usable = false;
        throw error;
      }
    };
    return {
      query: (sql, values) => asFault(watched(() => rowsOf(engine, sql, values))),
      transaction: (work) => watched(() => inTransaction(engine, work)),
      usable: () => usable && !engine.closed,
      async close() {
        if (!engine.closed) await engine.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function rowsOf<Row>(
  on: PGlite | Transaction,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await on.query<Row>(sql, [...values])).rows;
}

/** PGlite rolls back by itself when the work throws, and hands on what it threw. */
function inTransaction<T>(engine: PGlite, work: (queries: Queries) => Promise<T>): Promise<T> {
  return engine.transaction((transaction) =>
    work({ query: (sql, values) => asFault(rowsOf(transaction, sql, values)) }),
  );
}
