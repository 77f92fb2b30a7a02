import { mkdir } from 'node:fs/promises';
import { asFault, DatabaseFault, type Database, type Queries } from './database.ts';
import { Engine } from './engine.ts';
import { lockFolder } from './folderLock.ts';

/**
 * PostgreSQL inside of this process, in a folder: PGlite, in a thread of its own. It takes a third of a second to open, some
 * seconds to make a new database, and up to 400 MB, so it is started only when somebody asks for something.
 * One process at a time: see `lockFolder`.
 * @throws DatabaseFault when the folder cannot be used
 */
export async function openEmbedded(folder: string): Promise<Database> {
  return await asFault(open(folder));
}

async function open(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true });
  let held = true;
  const lock = await lockFolder(folder, () => (held = false));
  try {
    const engine = await Engine.start(folder);
    const inTurn = turns();
    const ask = <Row>(sql: string, values: readonly unknown[] = []) => {
      if (!held) throw new DatabaseFault({ code: 'DATABASE_DIR_LOST' });
      return asFault(engine.query(sql, values)) as Promise<Row[]>;
    };
    return {
      query: <Row>(sql: string, values?: readonly unknown[]) =>
        inTurn(async () => await ask<Row>(sql, values)),
      transaction: (work) =>
        inTurn(() => inTransaction({ query: async (sql, values) => await ask(sql, values) }, work)),
      usable: () => held && engine.usable,
      async close() {
        await engine.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** There is one connection: while a transaction is under way, nobody else's statement may get into it. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

async function inTransaction<T>(queries: Queries, work: (queries: Queries) => Promise<T>): Promise<T> {
  await queries.query('BEGIN');
  try {
    const result = await work(queries);
    await queries.query('COMMIT');
    return result;
  } catch (error) {
    await queries.query('ROLLBACK');
    throw error;
  }
}
