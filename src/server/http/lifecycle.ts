import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { ProblemError } from '../../contract/problem.ts';

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

/** GET /healthz: the process is up. Does not check Entra ID or Graph, because a restart would not fix them. */
export const healthz: RequestHandler = (_req, res) => {
  res.json({ status: 'ok' });
};

/** GET /robots933456.txt: App Service requests it until it gets any status, to check that the container is up. */
export const warmUp: RequestHandler = (_req, res) => {
  res.status(204).end();
};

/** GET /readyz: the server accepts requests; 503 while it drains. */
export function readyz(lifecycle: Lifecycle): RequestHandler {
  return (_req, res, next) => {
    if (lifecycle.draining) {
      res.setHeader('Connection', 'close');
      next(new ProblemError('shutting_down', { retryAfter: 1 }));
      return;
    }
    res.json({ status: 'ok' });
  };
}

/** Called once. @param completed false if the client disconnected before it received the whole response */
type OnEnd = (completed: boolean) => void;

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

/**
 * Milliseconds before each interim response; the last value repeats. The first delay lets fast responses go out without
 * one; the second leaves time for a reset to arrive.
 */
const PROBES_MS: readonly number[] = [50, 25, 100, 200, 400, 800, 1_600];
/** A client that has sent no reset within this time is assumed to be waiting for its response. */
const SETTLED_MS = 400;

/**
 * Detects whether a client that ended its stream has disconnected. HTTP lets a client close its half of the connection
 * after the request and wait for the response. Usually, though, the client has disconnected, and TCP shows no difference
 * until the server sends something: only then does the client's machine send a reset. So this class sends interim
 * responses (`102 Processing`), which every HTTP/1.1 client must ignore (RFC 9110 15.2). The first one after the reset
 * makes the socket fail and close.
 */
export class HalfClose {
  readonly #socket: Duplex;
  readonly #current: () => ServerResponse | undefined;
  #settled: Promise<void> | undefined;
  #next: NodeJS.Timeout | undefined;

  /** @param current returns the response that has the socket */
  constructor(socket: Duplex, current: () => ServerResponse | undefined) {
    this.#socket = socket;
    this.#current = current;
    socket.once('end', this.#begin);
  }

  /** Resolves when the client has disconnected or is assumed to be waiting. Undefined if its stream has not ended. */
  get settled(): Promise<void> | undefined {
    return this.#settled;
  }

  readonly #begin = (): void => {
    const response = this.#current();
    if (!response) return;
    // HTTP/1.0 has no interim responses, so there is no way to find out.
    if (response.req.httpVersion === '1.0') {
      this.#socket.destroy();
      return;
    }
    this.#settled = new Promise((resolve) => {
      const timer = setTimeout(resolve, SETTLED_MS);
      this.#socket.once('close', () => {
        clearTimeout(timer);
        clearTimeout(this.#next);
        resolve();
      });
    });
    this.#probeLater(0);
  };

  #probeLater(number: number): void {
    const probe = () => {
      const response = this.#current();
      if (!response) return;
      // A response in progress triggers a reset just like an interim response.
      if (!response.headersSent) response.writeProcessing();
      this.#probeLater(number + 1);
    };
    this.#next = setTimeout(probe, PROBES_MS[number] ?? PROBES_MS.at(-1));
  }
}
