import { mkdir } from 'node:fs/promises';
import { asFault, DatabaseFault, type Database } from './database.ts';
import { Engine } from './engine.ts';
import { lockFolder } from './folderLock.ts';
import { inTransaction } from './transaction.ts';

/**
 * PostgreSQL inside of this process, in a folder: PGlite, in a thread of its own. It takes a third of a second to open, some
 * seconds to unpack a new database, and 350 MB, so it is started only when somebody asks for something.
 * One process at a time: see `lockFolder`.
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
    const engine = await Engine.start(folder);
    const inTurn = turns();
    const query = async <Row>(sql: string, values: readonly unknown[] = []) => {
      if (!usable) throw new DatabaseFault({ code: 'DATABASE_DIR_LOST' });
      return (await engine.query(sql, values)) as Row[];
    };
    return {
      query: (sql, values) => inTurn(() => query(sql, values)),
      transaction: (work) => inTurn(() => inTransaction({ query }, work, () => (usable = false))),
      usable: () => usable && engine.usable,
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
