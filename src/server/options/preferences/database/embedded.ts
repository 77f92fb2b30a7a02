import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { withDatabaseErrors, DatabaseError, inTransaction, type Database } from './database.ts';
import { takeDatabaseFolder } from './databaseFolder.ts';
import { FolderError } from './folderLock.ts';

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

/** In the build, the worker is a separate file next to the server. */
const file = import.meta.filename.endsWith('.ts') ? 'developmentWorker.mjs' : 'database.js';
const CLOSE_MS = 5_000;

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

interface PendingRequest {
  readonly resolve: (rows: unknown[]) => void;
  readonly reject: (error: DatabaseError) => void;
}

/** PGlite in its own thread: see `runEngine`. Handles requests one at a time, in order. */
class Engine {
  readonly #worker: Worker;
  readonly #pending = new Map<number, PendingRequest>();
  #lastId = 0;
  #usable = true;

  constructor() {
    const worker = new Worker(join(import.meta.dirname, file));
    this.#worker = worker;
    worker.on('message', (response: EngineResponse) => this.#handle(response));
    worker.on('error', () => this.#end('ENGINE_FAILED'));
    worker.on('exit', () => this.#end('ENGINE_ENDED'));
    // Only a pending request keeps the process alive.
    worker.unref();
  }

  get usable(): boolean {
    return this.#usable;
  }

  /** Writes a new database into an empty folder and closes it. @throws DatabaseError; the engine is then unusable */
  async create(folder: string): Promise<void> {
    await this.#send({ create: folder });
  }

  /** Opens the database in the folder. @throws DatabaseError; the engine is then unusable */
  async open(folder: string): Promise<void> {
    await this.#send({ open: folder });
  }

  query(sql: string, values: readonly unknown[]): Promise<unknown[]> {
    return this.#send({ sql, values });
  }

  #send(request: DistributiveOmit<EngineRequest, 'id'>): Promise<unknown[]> {
    if (!this.#usable) return Promise.reject(new DatabaseError({ code: 'ENGINE_ENDED' }));
    this.#lastId += 1;
    const id = this.#lastId;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  async close(): Promise<void> {
    if (!this.#usable) return;
    this.#worker.ref();
    const ended = once(this.#worker, 'exit');
    this.#worker.postMessage('close');
    const force = setTimeout(() => void this.#worker.terminate(), CLOSE_MS);
    await ended;
    clearTimeout(force);
  }

  #handle(response: EngineResponse): void {
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if ('rows' in response) pending?.resolve([...response.rows]);
    else void this.#fail(response.fault, pending);
  }

  /** Terminates the thread after a fatal error, before rejecting: until then it may still have files open. */
  async #fail(
    fault: { code: string | undefined; fatal: boolean },
    pending: PendingRequest | undefined,
  ): Promise<void> {
    if (fault.fatal) {
      this.#end('ENGINE_FAILED');
      await this.#worker.terminate();
    }
    pending?.reject(new DatabaseError({ code: fault.code ?? (fault.fatal ? 'ENGINE_FAILED' : undefined) }));
  }

  #end(code: string): void {
    this.#usable = false;
    for (const { reject } of this.#pending.values()) reject(new DatabaseError({ code }));
    this.#pending.clear();
  }
}

/** A request to the worker thread. Folders are paths. */
export type EngineRequest =
  /** Writes a new database into an empty folder and closes it. */
  | { readonly id: number; readonly create: string }
  /** Opens the database for later statements. */
  | { readonly id: number; readonly open: string }
  | { readonly id: number; readonly sql: string; readonly values: readonly unknown[] };

export type EngineResponse =
  | { readonly id: number; readonly rows: readonly unknown[] }
  | { readonly id: number; readonly fault: { readonly code: string | undefined; readonly fatal: boolean } };
