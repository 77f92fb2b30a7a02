import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

/** Called once. @param completed false if the client disconnected before it received the whole response */
export type OnEnd = (completed: boolean) => void;

/** See `HalfClose.settled`. */
type Settled = () => Promise<void> | undefined;
const nothingToSettle: Settled = () => undefined;

/**
 * Notifies listeners when a request is over. The response's event `close` is not enough: Node emits it only for a
 * response that got the socket, which the response to a pipelined request may never do.
 */
export class RequestEnd {
  #disconnected: boolean;
  #ended = false;
  readonly #listeners: OnEnd[] = [];
  readonly #settled: Settled;

  /** @param disconnected true if the client disconnected before the request was handled */
  constructor(disconnected: boolean, settled: Settled) {
    this.#disconnected = disconnected;
    this.#settled = settled;
  }

  /** True once the client has disconnected without the whole response: stop working for it. */
  get disconnected(): boolean {
    return this.#disconnected;
  }

  /**
   * Resolves once it is certain enough whether the client is still connected, usually immediately. Await it before a
   * write that must not happen for a disconnected client. @returns false if the client has disconnected
   */
  async clientIsConnected(): Promise<boolean> {
    if (!this.#disconnected) await this.#settled();
    return !this.#disconnected;
  }

  onEnd(listener: OnEnd): void {
    if (this.#ended) listener(!this.#disconnected);
    else this.#listeners.push(listener);
  }

  /** Only the first call counts. */
  end(completed: boolean): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#disconnected = !completed;
    for (const listener of this.#listeners) listener(completed);
  }
}

/** A property costs a tenth of a WeakMap, on every request. */
const END = Symbol('request end');
type Tracked = ServerResponse & { [END]?: RequestEnd };

export function beginRequest(
  res: ServerResponse,
  disconnected: boolean,
  settled: Settled = nothingToSettle,
): RequestEnd {
  const end = new RequestEnd(disconnected, settled);
  (res as Tracked)[END] = end;
  return end;
}

/** Returns the `RequestEnd` of the request that `res` belongs to. */
export function requestEnd(res: ServerResponse): RequestEnd {
  const known = (res as Tracked)[END];
  if (known) return known;
  // The application runs on another HTTP server, which gives every response its socket.
  const end = beginRequest(res, false);
  res.once('close', () => end.end(res.writableFinished));
  return end;
}

/** Skips the remaining handlers if the client disconnected before its request was handled. */
export const stopIfDisconnected: RequestHandler = (_req, res, next) => {
  if (!requestEnd(res).disconnected) next();
};
