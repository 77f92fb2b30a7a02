import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import { requestEnd } from './requestEnd.ts';

/** Counts requests in flight, and drains them before the server stops. */
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

  /** Counts requests. While draining, responds with 503 and closes the connection. */
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
   * Stops accepting work. Resolves once nothing is in flight and no request has arrived for `quietMs`, or after
   * `limitMs`. A load balancer needs a moment to notice; the requests it sends until then must get a response rather
   * than a broken connection.
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
