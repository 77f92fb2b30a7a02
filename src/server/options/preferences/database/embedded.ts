import { asFault, DatabaseFault, type Database } from './database.ts';
import { takeDatabaseFolder } from './databaseFolder.ts';
import { Engine } from './engine.ts';
import { FolderFault } from './folderFault.ts';
import { inTransaction } from './transaction.ts';

/**
 * Opens PostgreSQL inside of this process: PGlite, in its own thread, with its data in a folder. Opening takes a third of
 * a second, unpacking a new database some seconds, and it needs 350 MB, so it starts with the first query.
 * One process at a time: see `lockFolder`. What the folder may contain: see `readContents`.
 * @param onLeftovers gets the paths of folders that interrupted creations have left
 * @throws DatabaseFault when the folder cannot be used; its cause is a FolderFault or FolderInUse where one explains it
 */
export async function openEmbedded(
  folder: string,
  onLeftovers: (paths: readonly string[]) => void = () => undefined,
): Promise<Database> {
  return await asFault(open(folder, onLeftovers));
}

async function open(folder: string, onLeftovers: (paths: readonly string[]) => void): Promise<Database> {
  let usable = true;
  // Started only where it is needed: a folder that is refused costs no thread.
  let started: Engine | undefined;
  const engineOf = () => (started ??= new Engine());
  const create = (data: string) => engineOf().create(data);
  const { data, leftovers, lock } = await takeDatabaseFolder(folder, create, () => (usable = false));
  if (leftovers.length > 0) onLeftovers(leftovers);
  try {
    const engine = engineOf();
    await explainingFailure(data, engine.open(data));
    const inTurn = turns();
    const query = async <Row>(sql: string, values: readonly unknown[] = [], signal?: AbortSignal) => {
      signal?.throwIfAborted();
      if (!usable) throw new DatabaseFault({ code: 'DATABASE_DIR_LOST' });
      return (await engine.query(sql, values)) as Row[];
    };
    return {
      query: (sql, values, signal) => inTurn(() => query(sql, values, signal)),
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

async function explainingFailure(data: string, opening: Promise<void>): Promise<void> {
  try {
    await opening;
  } catch (error) {
    throw new FolderFault(
      'DATABASE_DIR_BROKEN',
      `PostgreSQL cannot start with the database in ${data}. Usual causes: damaged files, files of another version of ` +
        'PostgreSQL, a full or read-only disk, less than 350 MB of free memory. Remove the cause, or restore a backup; to ' +
        'start with an empty database, move that folder away.',
      { cause: error },
    );
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
