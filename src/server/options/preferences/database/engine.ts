import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DatabaseError } from './database.ts';
import type { EngineResponse, EngineRequest } from './engineMessages.ts';

/** In the build, the worker is a separate file next to the server. */
const file = import.meta.url.endsWith('.ts') ? './developmentWorker.mjs' : './database.js';
const CLOSE_MS = 5_000;

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

interface PendingRequest {
  readonly resolve: (rows: unknown[]) => void;
  readonly reject: (error: DatabaseError) => void;
}

/** PGlite in its own thread: see `runEngine`. Handles requests one at a time, in order. */
export class Engine {
  readonly #worker: Worker;
  readonly #pending = new Map<number, PendingRequest>();
  #lastId = 0;
  #usable = true;

  constructor() {
    const worker = new Worker(new URL(file, import.meta.url));
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
