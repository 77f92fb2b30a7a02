import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { HalfClose } from './halfClose.ts';
import { beginRequest, type RequestEnd } from './requestEnd.ts';

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

export interface ConnectionDeps {
  readonly handler: RequestListener;
  /** Maximum number of accepted requests without a response. */
  readonly maxPipelined: number;
  /** The current time in sweeps; see `Connections`. */
  readonly now: () => number;
  /** Called when all accepted requests have a response. */
  readonly onIdle: (connection: Connection) => void;
  /** Called after `maxPipelined` was exceeded and the connection destroyed. */
  readonly onOverflow: () => void;
}

/**
 * A client connection. It handles pipelined requests one at a time, because responses must be sent in that order anyway
 * (RFC 9112 9.3.2). A request starts when its response gets the socket, so closing the connection always cancels the work
 * for it, and a client cannot make the server work on thousands of requests at once.
 */
export class Connection {
  readonly #socket: Duplex;
  readonly #deps: ConnectionDeps;
  readonly #waiting: Exchange[] = [];
  #current: Exchange | undefined;
  #end: RequestEnd | undefined;
  #refusal: (() => void) | undefined;
  #startedAt = 0;
  readonly #halfClose: HalfClose;

  constructor(socket: Duplex, deps: ConnectionDeps) {
    this.#socket = socket;
    this.#deps = deps;
    this.#halfClose = new HalfClose(socket, () => this.#current?.res);
    socket.once('close', this.#onClose);
  }

  get busy(): boolean {
    return this.#current !== undefined;
  }

  /** When the current request started, in sweeps. */
  get startedAt(): number {
    return this.#startedAt;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Handles the request after those before it have a response. */
  take(req: IncomingMessage, res: ServerResponse): void {
    // Node's parser emits all requests of a chunk, even after the connection has been destroyed.
    if (this.#socket.destroyed || this.#refusal) return;
    if (!this.#current) {
      this.#start({ req, res });
      return;
    }
    if (this.#waiting.length + 1 >= this.#deps.maxPipelined) {
      this.#socket.destroy();
      this.#deps.onOverflow();
      return;
    }
    this.#waiting.push({ req, res });
  }

  /**
   * Ends the connection with an error response, after the responses to earlier requests. It replaces the response to a
   * request that has not arrived completely.
   */
  refuse(write: () => void): void {
    if (this.#refusal) return;
    const incomplete = this.#waiting.at(-1);
    if (incomplete && !incomplete.req.complete) {
      this.#waiting.pop();
      this.#cancel(incomplete);
    }
    const { req, res } = this.#current ?? {};
    this.#refusal = write;
    if (!req || !res || (!req.complete && !res.headersSent)) write();
    else if (!req.complete) this.#socket.destroy(); // Part of a response has already been sent.
  }

  #start(exchange: Exchange): void {
    const { req, res } = exchange;
    this.#current = exchange;
    this.#startedAt = this.#deps.now();
    this.#end = beginRequest(res, false, () => this.#halfClose.settled);
    res.once('close', this.#onAnswered);
    this.#deps.handler(req, res);
  }

  readonly #onAnswered = (): void => {
    const { res } = this.#current ?? {};
    if (!res) return;
    this.#end?.end(res.writableFinished);
    this.#current = this.#end = undefined;
    // After `Connection: close`, no more responses are sent on this connection.
    if (!this.#socket.writable) {
      this.#cancelWaiting();
      return;
    }
    const next = this.#waiting.shift();
    if (next) this.#start(next);
    else if (this.#refusal) this.#refusal();
    else this.#deps.onIdle(this);
  };

  readonly #onClose = (): void => {
    this.#end?.end(this.#current?.res.writableFinished ?? false);
    this.#current = this.#end = undefined;
    this.#cancelWaiting();
  };

  #cancelWaiting(): void {
    for (const exchange of this.#waiting.splice(0)) this.#cancel(exchange);
  }

  /** Runs the handler only for its log line: it finds the client disconnected and does nothing else. */
  #cancel({ req, res }: Exchange): void {
    const end = beginRequest(res, true);
    this.#deps.handler(req, res);
    end.end(false);
  }
}
