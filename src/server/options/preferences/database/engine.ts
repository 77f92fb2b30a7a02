import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DatabaseFault } from './database.ts';
import type { EngineAnswer, EngineQuestion } from './engineMessages.ts';

/** In the build the thread's code is a file of its own beside the server's. */
const file = import.meta.url.endsWith('.ts') ? './developmentWorker.mjs' : './database.js';
const CLOSE_MS = 5_000;

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

interface Waiting {
  readonly settle: (rows: unknown[]) => void;
  readonly fail: (fault: DatabaseFault) => void;
}

/** PGlite in its own thread: see `runEngine`. Answers questions one at a time, in their order. */
export class Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #usable = true;

  constructor() {
    const worker = new Worker(new URL(file, import.meta.url));
    this.#worker = worker;
    worker.on('message', (answer: EngineAnswer) => this.#take(answer));
    worker.on('error', () => this.#end('ENGINE_FAILED'));
    worker.on('exit', () => this.#end('ENGINE_ENDED'));
    // Only a question keeps the process alive.
    worker.unref();
  }

  get usable(): boolean {
    return this.#usable;
  }

  /** Writes a new database into an empty folder and closes it. @throws DatabaseFault; the engine has ended then */
  async create(folder: string): Promise<void> {
    await this.#ask({ create: folder });
  }

  /** Opens the database in the folder. @throws DatabaseFault; the engine has ended then */
  async open(folder: string): Promise<void> {
    await this.#ask({ open: folder });
  }

  query(sql: string, values: readonly unknown[]): Promise<unknown[]> {
    return this.#ask({ sql, values });
  }

  #ask(question: DistributiveOmit<EngineQuestion, 'id'>): Promise<unknown[]> {
    if (!this.#usable) return Promise.reject(new DatabaseFault({ code: 'ENGINE_ENDED' }));
    this.#asked += 1;
    const id = this.#asked;
    this.#worker.ref();
    return new Promise((settle, fail) => {
      this.#waiting.set(id, { settle, fail });
      this.#worker.postMessage({ ...question, id });
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

  #take(answer: EngineAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('rows' in answer) waiting?.settle([...answer.rows]);
    else void this.#fail(answer.fault, waiting);
  }

  /** After a fatal fault the thread ends first: until then it may still have files open. */
  async #fail(
    fault: { code: string | undefined; fatal: boolean },
    waiting: Waiting | undefined,
  ): Promise<void> {
    if (fault.fatal) {
      this.#end('ENGINE_FAILED');
      await this.#worker.terminate();
    }
    waiting?.fail(new DatabaseFault({ code: fault.code ?? (fault.fatal ? 'ENGINE_FAILED' : undefined) }));
  }

  #end(code: string): void {
    this.#usable = false;
    for (const { fail } of this.#waiting.values()) fail(new DatabaseFault({ code }));
    this.#waiting.clear();
  }
}
