import { withTimeLimit } from '../../../../contract/timeLimit.ts';
import { DatabaseFault, type Database, type Queries } from './database.ts';

/** Milliseconds. */
export interface LazyLimits {
  /** So long somebody waits for the opening; it goes on without them, because a slow disk takes its time. */
  readonly openMs: number;
  /** After so long the opening itself is given up. */
  readonly giveUpMs: number;
  /** So long for a query. */
  readonly queryMs: number;
  /** After a failed attempt to open nobody tries again for so long. */
  readonly pauseMs: number;
}

/**
 * A database that is opened when the first query comes, once for all who come meanwhile. When that fails they get the
 * fault, and the next query after a pause tries again: a database that comes back needs no restart of the server.
 */
export class LazyDatabase implements Queries {
  readonly #open: () => Promise<Database>;
  readonly #clock: () => number;
  readonly #limits: LazyLimits;
  #opening: Promise<Database> | undefined;
  #failed: { readonly at: number; readonly error: Error } | undefined;
  #closed = false;

  constructor(open: () => Promise<Database>, clock: () => number, limits: LazyLimits) {
    this.#open = open;
    this.#clock = clock;
    this.#limits = limits;
  }

  readonly query = async <Row>(
    sql: string,
    values?: readonly unknown[],
    signal?: AbortSignal,
  ): Promise<Row[]> => {
    const opening = this.#database();
    const database = await withTimeLimit(opening, this.#limits.openMs, late);
    signal?.throwIfAborted();
    try {
      return await withTimeLimit(database.query<Row>(sql, values, signal), this.#limits.queryMs, late);
    } finally {
      if (!database.usable()) await this.#giveUp(opening, database);
    }
  };

  async close(): Promise<void> {
    this.#closed = true;
    const opening = this.#opening;
    if (!opening) return;
    // A database that could not be opened needs no closing; who asked for it has been told why.
    const database = await opening.catch(() => undefined);
    await database?.close();
  }

  #database(): Promise<Database> {
    if (this.#closed) return Promise.reject(new Error('The server is stopping.'));
    if (this.#failed && this.#clock() - this.#failed.at < this.#limits.pauseMs) {
      return Promise.reject(this.#failed.error);
    }
    if (!this.#opening) {
      this.#opening = this.#begin();
      // Those who waited may all have gone when it fails.
      this.#opening.catch(noMatter);
    }
    return this.#opening;
  }

  async #begin(): Promise<Database> {
    const opening = this.#open();
    try {
      const database = await withTimeLimit(opening, this.#limits.giveUpMs, late);
      this.#failed = undefined;
      return database;
    } catch (error) {
      // One that comes after its time is of no use to those who waited, and must not stay open beside the next.
      opening.then((late) => late.close(), noMatter).catch(noMatter);
      this.#fail(error);
      throw error;
    }
  }

  /** The next query opens another one. */
  async #giveUp(opening: Promise<Database>, database: Database): Promise<void> {
    if (this.#opening !== opening) return;
    this.#fail(new DatabaseFault({ code: 'UNUSABLE' }));
    await database.close().catch(noMatter);
  }

  #fail(error: unknown): void {
    this.#failed = { at: this.#clock(), error: error instanceof Error ? error : new DatabaseFault(error) };
    this.#opening = undefined;
  }
}

/** Of a database that has failed already, and whose failure has been told. */
const noMatter = () => undefined;

const late = () => new DatabaseFault({ code: 'TIMEOUT' });
