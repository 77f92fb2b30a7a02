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

/** Sweeps in `deliverMs`: an answer gets between that time and a quarter more. */
const SWEEPS = 4;

/** All open connections of clients, so that there are never more than the process has descriptors for. */
export class Connections {
  /** The one that has been idle for longest comes first. */
  readonly #open = new Set<Connection>();
  /** TLS handshakes that have not ended, by the client's address and port. */
  readonly #handshakes = new Map<string, Connection>();
  readonly #deps: ConnectionsDeps;
  readonly #ofConnections: ConnectionDeps;
  #sweeps = 0;
  #warned = false;

  constructor(deps: ConnectionsDeps) {
    this.#deps = deps;
    this.#ofConnections = {
      handler: deps.handler,
      mostPipelined: deps.limits.pipelined,
      now: () => this.#sweeps,
      onIdle: this.#onIdle,
      onFlood: this.#onFlood,
    };
  }

  get size(): number {
    return this.#open.size;
  }

  /** For the event `connection`. @param tls a handshake follows, and then `secured` */
  accept(socket: Socket, tls: boolean): void {
    const connection = this.#add(socket);
    const key = keyOf(socket);
    if (tls && key !== undefined) {
      this.#handshakes.set(key, connection);
      socket.once('close', () => this.#handshakes.delete(key));
    }
    if (this.#open.size > this.#deps.limits.connections) this.#makeRoom();
  }

  /** For the event `secureConnection`, which comes with another socket than `connection`. */
  secured(socket: Socket): void {
    const key = keyOf(socket) ?? '';
    const handshake = this.#handshakes.get(key);
    if (handshake) this.#open.delete(handshake);
    this.#handshakes.delete(key);
    this.#add(socket);
  }

  /** Returns the connection of a socket on which a request has come, or undefined before the end of a TLS handshake. */
  of(socket: Duplex): Connection | undefined {
    return (socket as Tracked)[CONNECTION];
  }

  /**
   * Closes connections whose client takes too long to receive an answer, however steadily it reads. Call it
   * every `sweepMs`.
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
    const connection = new Connection(socket, this.#ofConnections);
    (socket as Tracked)[CONNECTION] = connection;
    this.#open.add(connection);
    socket.once('close', () => this.#open.delete(connection));
    return connection;
  }

  readonly #onIdle = (connection: Connection): void => {
    // To the end of the order.
    if (this.#open.delete(connection)) this.#open.add(connection);
  };

  readonly #onFlood = (): void => {
    const { logger, limits } = this.#deps;
    logger.info({ limit: limits.pipelined }, 'Closed a connection with too many unanswered requests.');
  };

  /** Closes the connection that has been idle for longest: at worst the new one, which is the last. */
  #makeRoom(): void {
    for (const connection of this.#open) {
      if (connection.busy) continue;
      this.#open.delete(connection);
      connection.destroy();
      break;
    }
    if (this.#warned) return;
    this.#warned = true;
    const { logger, limits } = this.#deps;
    logger.warn({ limit: limits.connections }, 'Too many open connections: closing idle ones.');
  }
}

/** Undefined when the client has already gone. */
function keyOf({ remoteAddress, remotePort }: Socket): string | undefined {
  return remoteAddress === undefined ? undefined : `${remoteAddress} ${remotePort}`;
}
