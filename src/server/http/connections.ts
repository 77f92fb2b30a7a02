import { readFileSync } from 'node:fs';
import type { RequestListener, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Limits } from '../limits.ts';
import { HalfClose, beginRequest, type RequestEnd } from './lifecycle.ts';

interface ConnectionsDeps {
  readonly handler: RequestListener;
  readonly logger: Logger;
  readonly limits: Pick<Limits, 'connections' | 'pipelined' | 'deliverMs'>;
}

const CONNECTION = Symbol('connection');
type Tracked = Duplex & { [CONNECTION]?: Connection };

/** Sweeps per `deliverMs`. A response may take up to a quarter longer than `deliverMs`. */
const SWEEPS = 4;

/** All open client connections. Keeps their number below the limit of open files. */
export class Connections {
  /** Ordered by idle time, longest first. */
  readonly #open = new Set<Connection>();
  /** Unfinished TLS handshakes, by the client's address and port. */
  readonly #handshakes = new Map<string, Connection>();
  readonly #deps: ConnectionsDeps;
  readonly #connectionDeps: ConnectionDeps;
  #sweeps = 0;
  #warned = false;

  constructor(deps: ConnectionsDeps) {
    this.#deps = deps;
    this.#connectionDeps = {
      handler: deps.handler,
      maxPipelined: deps.limits.pipelined,
      now: () => this.#sweeps,
      onIdle: this.#onIdle,
      onOverflow: this.#onOverflow,
    };
  }

  get size(): number {
    return this.#open.size;
  }

  /** Handles the event `connection`. @param tls true: a handshake follows, then a call to `secured` */
  accept(socket: Socket, tls: boolean): void {
    const connection = this.#add(socket);
    const key = keyOf(socket);
    if (tls && key !== undefined) {
      this.#handshakes.set(key, connection);
      socket.once('close', () => this.#handshakes.delete(key));
    }
    if (this.#open.size > this.#deps.limits.connections) this.#closeIdle();
  }

  /** Handles the event `secureConnection`, whose socket differs from that of `connection`. */
  secured(socket: Socket): void {
    const key = keyOf(socket) ?? '';
    const handshake = this.#handshakes.get(key);
    if (handshake) this.#open.delete(handshake);
    this.#handshakes.delete(key);
    this.#add(socket);
  }

  /** Returns the connection of a socket, or undefined during a TLS handshake. */
  of(socket: Duplex): Connection | undefined {
    return (socket as Tracked)[CONNECTION];
  }

  /**
   * Closes connections whose client takes longer than `deliverMs` to receive a response, even if it keeps reading. Call
   * it every `sweepMs`.
   */
  sweep(): void {
    this.#sweeps += 1;
    for (const connection of this.#open) {
      if (connection.busy && this.#sweeps - connection.startedAt > SWEEPS) connection.destroy();
    }
    this.#warned = false;
  }

  get sweepMs(): number {
    return this.#deps.limits.deliverMs / SWEEPS;
  }

  #add(socket: Socket): Connection {
    const connection = new Connection(socket, this.#connectionDeps);
    (socket as Tracked)[CONNECTION] = connection;
    this.#open.add(connection);
    socket.once('close', () => this.#open.delete(connection));
    return connection;
  }

  readonly #onIdle = (connection: Connection): void => {
    // Moves it to the end of the order.
    if (this.#open.delete(connection)) this.#open.add(connection);
  };

  readonly #onOverflow = (): void => {
    const { logger, limits } = this.#deps;
    logger.info({ limit: limits.pipelined }, 'Closed a connection with too many pipelined requests.');
  };

  /** Closes the connection that has been idle longest; if all others are busy, that is the new one. */
  #closeIdle(): void {
    for (const connection of this.#open) {
      if (connection.busy) continue;
      this.#open.delete(connection);
      connection.destroy();
      break;
    }
    if (this.#warned) return;
    this.#warned = true;
    const { logger, limits } = this.#deps;
    logger.warn({ limit: limits.connections }, 'Too many open connections; closing idle ones.');
  }
}

/** Returns undefined if the client has already disconnected. */
function keyOf({ remoteAddress, remotePort }: Socket): string | undefined {
  return remoteAddress === undefined ? undefined : `${remoteAddress} ${remotePort}`;
}

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

interface ConnectionDeps {
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
class Connection {
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

/**
 * Returns the maximum number of client connections: at most half of the open-file limit, because a request can need an
 * outgoing connection, and the server also opens files and connections of the options.
 * @param max upper bound, whatever the system allows
 */
export function connectionLimit(max: number, openFiles: number | undefined): number {
  return openFiles === undefined ? max : Math.min(max, Math.floor(openFiles / 2));
}

/** Returns the soft limit of open files, which Node raises to the hard limit at startup. Undefined if unknown, as on Windows. */
export function openFilesLimit(): number | undefined {
  try {
    return readOpenFiles(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param limits contents of /proc/<pid>/limits */
export function readOpenFiles(limits: string): number | undefined {
  const soft = /^Max open files +(\d+)/m.exec(limits)?.[1];
  return soft === undefined ? undefined : Number(soft);
}
