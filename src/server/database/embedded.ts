import { mkdir } from 'node:fs/promises';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { asFault, type Database, type Queries } from './database.ts';
import { lockFolder } from './folderLock.ts';

/**
 * PostgreSQL inside of this process, in a folder: PGlite. It takes a third of a second to open and some 200 MB, so
 * it is loaded only when somebody asks for something. One process at a time: see `lockFolder`.
 * @throws DatabaseFault when the folder cannot be used
 */
export async function openEmbedded(folder: string): Promise<Database> {
  return await asFault(open(folder));
}

async function open(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  try {
    const { PGlite: Engine } = await import(/* webpackChunkName: "database" */ '@electric-sql/pglite');
    const engine = await Engine.create(folder);
    return {
      query: (sql, values) => asFault(rowsOf(engine, sql, values)),
      transaction: (work) => inTransaction(engine, work),
      async close() {
        await engine.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
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
