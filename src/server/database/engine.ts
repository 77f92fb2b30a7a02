import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DatabaseFault } from './database.ts';
import type { EngineAnswer } from './engineMessages.ts';

/** In the build the thread's code is a file of its own beside the server's. */
const file = import.meta.url.endsWith('.ts') ? './developmentWorker.mjs' : './database.js';
const CLOSE_MS = 5_000;

interface Waiting {
  readonly settle: (rows: unknown[]) => void;
  readonly fail: (fault: DatabaseFault) => void;
}

/** PGlite in a thread of its own: see `serveDatabase`. */
export class Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #usable = true;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: EngineAnswer | 'ready') => this.#take(answer));
    worker.on('error', () => this.#end('ENGINE_FAILED'));
    worker.on('exit', () => this.#end('ENGINE_ENDED'));
    // Only what is asked keeps the process alive.
    worker.unref();
  }

  /** @throws DatabaseFault when there can be no database in the folder */
  static async start(folder: string): Promise<Engine> {
    const worker = new Worker(new URL(file, import.meta.url), { workerData: { folder } });
    const failed = once(worker, 'exit').then(() => {
      throw new DatabaseFault({ code: 'ENGINE_FAILED' });
    });
    await Promise.race([once(worker, 'message'), failed]);
    return new Engine(worker);
  }

  get usable(): boolean {
    return this.#usable;
  }

  /** One at a time, in the order in which they were asked. */
  query(sql: string, values: readonly unknown[]): Promise<unknown[]> {
    if (!this.#usable) return Promise.reject(new DatabaseFault({ code: 'ENGINE_ENDED' }));
    this.#asked += 1;
    const id = this.#asked;
    this.#worker.ref();
    return new Promise((settle, fail) => {
      this.#waiting.set(id, { settle, fail });
      this.#worker.postMessage({ id, sql, values });
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

  #take(answer: EngineAnswer | 'ready'): void {
    if (answer === 'ready') return;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('rows' in answer) waiting?.settle([...answer.rows]);
    else waiting?.fail(new DatabaseFault({ code: answer.fault.code }));
    if ('fault' in answer && answer.fault.fatal) {
      this.#end('ENGINE_FAILED');
      void this.#worker.terminate();
    }
  }

  #end(code: string): void {
    this.#usable = false;
    for (const { fail } of this.#waiting.values()) fail(new DatabaseFault({ code }));
    this.#waiting.clear();
  }
}
