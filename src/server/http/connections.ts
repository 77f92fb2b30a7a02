import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Limits } from '../limits.ts';
import { Connection, type ConnectionDeps } from './connection.ts';

export interface ConnectionsDeps {
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
