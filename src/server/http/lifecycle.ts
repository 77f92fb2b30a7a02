import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import { requestEnd } from './requestEnd.ts';

/** Whether the server takes work, and what is under way. */
export class Lifecycle {
  #draining = false;
  #inFlight = 0;
  #lastEnd = -Infinity;
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
    requestEnd(res).onEnd(() => {
      this.#inFlight -= 1;
      this.#lastEnd = performance.now();
      if (this.#inFlight === 0) for (const done of this.#idle.splice(0)) done();
    });
    if (this.#draining) {
      res.setHeader('Connection', 'close');
      next(new ProblemError('shutting_down', { retryAfter: 1 }));
      return;
    }
    next();
  };

  /**
   * Takes no new work from now on. Resolves when nothing is in flight and nobody has asked for a while, or after the
   * limit: a balancer needs a moment to learn that it should go elsewhere, and what it has sent meanwhile must find
   * an answer, not a connection that breaks. In milliseconds.
   */
  async drain(limitMs: number, quietMs: number): Promise<void> {
    this.#draining = true;
    const end = performance.now() + limitMs;
    for (;;) {
      const left = end - performance.now();
      const quiet = this.#lastEnd + quietMs - performance.now();
      if (left <= 0 || (this.#inFlight === 0 && quiet <= 0)) return;
      if (this.#inFlight > 0) await this.#untilIdle(left);
      else await pause(Math.min(quiet, left));
    }
  }

  async #untilIdle(limitMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#idle.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
