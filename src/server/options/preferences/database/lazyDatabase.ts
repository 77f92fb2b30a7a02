import { withTimeLimit } from '../../../../contract/timeLimit.ts';
import { DatabaseError, type Database, type Queries } from './database.ts';

/** Milliseconds. */
export interface LazyLimits {
  /** How long a query waits for the database to open. Opening continues after that, because a slow disk takes longer. */
  readonly openMs: number;
  /** Time limit for opening. */
  readonly giveUpMs: number;
  /** Time limit for a query. */
  readonly queryMs: number;
  /** Wait after a failed attempt to open. */
  readonly pauseMs: number;
}

/**
 * A database that the first query opens; concurrent queries share the attempt. If it fails, they reject, and the next
 * query after a pause tries again: once the database is back, no restart of the server is needed.
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
    const database = await withTimeLimit(opening, this.#limits.openMs, timeoutError);
    signal?.throwIfAborted();
    try {
      return await withTimeLimit(
        database.query<Row>(sql, values, signal),
        this.#limits.queryMs,
        timeoutError,
      );
    } finally {
      if (!database.usable()) await this.#giveUp(opening, database);
    }
  };

  async close(): Promise<void> {
    this.#closed = true;
    const opening = this.#opening;
    if (!opening) return;
    // A database that failed to open needs no closing, and its queries have already rejected.
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
      // All waiting queries may have timed out before it fails.
      this.#opening.catch(ignore);
    }
    return this.#opening;
  }

  async #begin(): Promise<Database> {
    const opening = this.#open();
    try {
      const database = await withTimeLimit(opening, this.#limits.giveUpMs, timeoutError);
      this.#failed = undefined;
      return database;
    } catch (error) {
      // Close a database that opens too late: no query waits for it, and the next attempt opens another one.
      opening.then((database) => database.close(), ignore).catch(ignore);
      this.#fail(error);
      throw error;
    }
  }

  /** The next query opens another one. */
  async #giveUp(opening: Promise<Database>, database: Database): Promise<void> {
    if (this.#opening !== opening) return;
    this.#fail(new DatabaseError({ code: 'UNUSABLE' }));
    await database.close().catch(ignore);
  }

  #fail(error: unknown): void {
    this.#failed = { at: this.#clock(), error: error instanceof Error ? error : new DatabaseError(error) };
    this.#opening = undefined;
  }
}

/** Ignores errors of a database whose failure has already been reported. */
const ignore = () => undefined;

const timeoutError = () => new DatabaseError({ code: 'TIMEOUT' });
