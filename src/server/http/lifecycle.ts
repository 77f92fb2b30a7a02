import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';

/** Whether the server takes work, and what is under way. */
export class Lifecycle {
  #draining = false;
  #inFlight = 0;
  #idle: (() => void)[] = [];

  get draining(): boolean {
    return this.#draining;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Counts requests; while draining, new ones are sent elsewhere and connections are not kept. */
  readonly track: RequestHandler = (_req, res, next) => {
    this.#inFlight += 1;
    res.once('close', () => {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) for (const done of this.#idle.splice(0)) done();
    });
    if (this.#draining) {
      res.setHeader('Connection', 'close');
      next(new ProblemError('shutting_down', { retryAfter: 1 }));
      return;
    }
    next();
  };

  /** Takes no new work from now on. Resolves when nothing is in flight, or after the limit. */
  async drain(limitMs: number): Promise<void> {
    this.#draining = true;
    if (this.#inFlight === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#idle.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
