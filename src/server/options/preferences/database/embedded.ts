import { withDatabaseErrors, DatabaseError, type Database } from './database.ts';
import { takeDatabaseFolder } from './databaseFolder.ts';
import { Engine } from './engine.ts';
import { FolderError } from './folderError.ts';
import { inTransaction } from './transaction.ts';

/**
 * Opens an embedded PostgreSQL (PGlite) in its own thread, with its data in a folder. Opening takes a third of a second,
 * unpacking a new database a few seconds, and it needs 350 MB, so it starts with the first query.
 * One process at a time: see `lockFolder`. For the contents of the folder, see `readContents`.
 * @param onLeftovers called with the paths of folders left by interrupted creations
 * @throws DatabaseError if the folder cannot be used, with a FolderError or FolderInUseError as its cause where possible
 */
export async function openEmbedded(
  folder: string,
  onLeftovers: (paths: readonly string[]) => void = () => undefined,
): Promise<Database> {
  return await withDatabaseErrors(open(folder, onLeftovers));
}

async function open(folder: string, onLeftovers: (paths: readonly string[]) => void): Promise<Database> {
  let usable = true;
  // Started only when needed: a rejected folder costs no thread.
  let started: Engine | undefined;
  const engineOf = () => (started ??= new Engine());
  const create = (data: string) => engineOf().create(data);
  const { data, leftovers, lock } = await takeDatabaseFolder(folder, create, () => (usable = false));
  if (leftovers.length > 0) onLeftovers(leftovers);
  try {
    const engine = engineOf();
    await explainOpenError(data, engine.open(data));
    const enqueue = createQueue();
    const query = async <Row>(sql: string, values: readonly unknown[] = [], signal?: AbortSignal) => {
      signal?.throwIfAborted();
      if (!usable) throw new DatabaseError({ code: 'DATABASE_DIR_LOST' });
      return (await engine.query(sql, values)) as Row[];
    };
    return {
      query: (sql, values, signal) => enqueue(() => query(sql, values, signal)),
      transaction: (work) => enqueue(() => inTransaction({ query }, work, () => (usable = false))),
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

async function explainOpenError(data: string, opening: Promise<void>): Promise<void> {
  try {
    await opening;
  } catch (error) {
    throw new FolderError(
      'DATABASE_DIR_BROKEN',
      `PostgreSQL cannot open the database in ${data}. Common causes: damaged files, files from another PostgreSQL ` +
        'version, a full or read-only disk, or less than 350 MB of free memory. Fix the cause or restore a backup. To start ' +
        'with an empty database, move that folder away.',
      { cause: error },
    );
  }
}

/** Queues work: on the single connection, no other statement may run during a transaction. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
}
