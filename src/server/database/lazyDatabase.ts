import { withinMs } from './withinMs.ts';
import { DatabaseFault, type Database, type Queries } from './database.ts';

/** Milliseconds. */
export interface LazyLimits {
  /** So long somebody waits for the opening. */
  readonly openMs: number;
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

  readonly query = async <Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> => {
    const database = await withinMs(this.#database(), this.#limits.openMs);
    return await withinMs(database.query<Row>(sql, values), this.#limits.queryMs);
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
    this.#opening ??= this.#begin();
    return this.#opening;
  }

  async #begin(): Promise<Database> {
    try {
      const database = await this.#open();
      this.#failed = undefined;
      return database;
    } catch (error) {
      this.#failed = { at: this.#clock(), error: error instanceof Error ? error : new DatabaseFault(error) };
      this.#opening = undefined;
      throw error;
    }
  }
}
