import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

/** Called once. @param answered false when the client left before it had the whole answer */
export type OnEnd = (answered: boolean) => void;

/** See `HalfClose.settled`. */
type Settled = () => Promise<void> | undefined;
const nothingToSettle: Settled = () => undefined;

/**
 * Tells everything that works for a request when the request is over. Do not listen for `close` of the response instead:
 * Node emits it only for a response that got the socket, which the answer to a pipelined request may never do.
 */
export class RequestEnd {
  #gone: boolean;
  #ended = false;
  readonly #listeners: OnEnd[] = [];
  readonly #settled: Settled;

  /** @param gone the client has left before the work on this request began */
  constructor(gone: boolean, settled: Settled) {
    this.#gone = gone;
    this.#settled = settled;
  }

  /** True once the client has left without the whole answer: do nothing more for it. */
  get gone(): boolean {
    return this.#gone;
  }

  /**
   * Resolves when it is certain enough that the client waits for the answer, mostly at once. Wait for it before a change
   * that a client which has left must not make. @returns false when the client has left
   */
  async clientWaits(): Promise<boolean> {
    if (!this.#gone) await this.#settled();
    return !this.#gone;
  }

  onEnd(listener: OnEnd): void {
    if (this.#ended) listener(!this.#gone);
    else this.#listeners.push(listener);
  }

  /** Only the first call counts. */
  end(answered: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#gone = !answered;
    for (const listener of this.#listeners) listener(answered);
  }
}

/** A property, not a WeakMap: it costs a tenth, on every request. */
const END = Symbol('request end');
type Tracked = ServerResponse & { [END]?: RequestEnd };

export function beginRequest(
  res: ServerResponse,
  gone: boolean,
  settled: Settled = nothingToSettle,
): RequestEnd {
  const end = new RequestEnd(gone, settled);
  (res as Tracked)[END] = end;
  return end;
}

/** Returns the end of the request that `res` answers. */
export function requestEnd(res: ServerResponse): RequestEnd {
  const known = (res as Tracked)[END];
  if (known) return known;
  // Behind a server of somebody else's, which gives every response its socket.
  const end = beginRequest(res, false);
  res.once('close', () => end.end(res.writableFinished));
  return end;
}

/** Ends the chain for a client that left before the work on its request began. */
export const stopIfGone: RequestHandler = (_req, res, next) => {
  if (!requestEnd(res).gone) next();
};
