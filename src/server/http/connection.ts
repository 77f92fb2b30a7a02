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
  /** Most requests that are accepted and not yet answered. */
  readonly mostPipelined: number;
  /** Time in sweeps; see `Connections`. */
  readonly now: () => number;
  /** The last accepted request has been answered. */
  readonly onIdle: (connection: Connection) => void;
  /** More requests than that: the connection has been destroyed. */
  readonly onFlood: () => void;
}

/**
 * One connection of a client. Requests on it are handled one after the other, as their answers have to leave in that order
 * anyway (RFC 9112 9.3.2): a request is handled when its response has the socket, so that the end of the connection always
 * reaches the work that is done for it, and a client cannot make the server work on thousands of requests at once.
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

  /** When the current request began, in sweeps. */
  get startedAt(): number {
    return this.#startedAt;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Handles the request as soon as those before it have been answered. */
  take(req: IncomingMessage, res: ServerResponse): void {
    // Node's parser gives out all of a chunk that it has read, even when the connection has been destroyed in between.
    if (this.#socket.destroyed || this.#refusal) return;
    if (!this.#current) {
      this.#start({ req, res });
      return;
    }
    if (this.#waiting.length + 1 >= this.#deps.mostPipelined) {
      this.#socket.destroy();
      this.#deps.onFlood();
      return;
    }
    this.#waiting.push({ req, res });
  }

  /**
   * Ends the connection with a refusal, after the answers to the requests before it. A request of which only a part has
   * arrived is what is refused.
   */
  refuse(write: () => void): void {
    if (this.#refusal) return;
    const cut = this.#waiting.at(-1);
    if (cut && !cut.req.complete) {
      this.#waiting.pop();
      this.#leave(cut);
    }
    const { req, res } = this.#current ?? {};
    this.#refusal = write;
    if (!req || !res || (!req.complete && !res.headersSent)) write();
    else if (!req.complete) this.#socket.destroy(); // Half of another answer has been sent.
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
    // After `Connection: close` nothing more is answered on this connection.
    if (!this.#socket.writable) {
      this.#abandon();
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
    this.#abandon();
  };

  #abandon(): void {
    for (const exchange of this.#waiting.splice(0)) this.#leave(exchange);
  }

  /** For the log: the handler sees that the client has gone, and does nothing else. */
  #leave({ req, res }: Exchange): void {
    const end = beginRequest(res, true);
    this.#deps.handler(req, res);
    end.end(false);
  }
}
