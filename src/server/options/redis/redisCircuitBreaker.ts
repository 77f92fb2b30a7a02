import { setTimeout as pause } from 'node:timers/promises';
import type { OutageLog } from '../../http/logger.ts';
import type { RedisAddress } from './redisAddress.ts';
import type { RedisConnection } from './redisConnection.ts';
import { RedisError } from './redisError.ts';

/** Milliseconds. */
export interface RedisLimits {
  /** Time to connect and sign in; no request waits for it. */
  readonly redisConnectMs: number;
  /** One command. Shorter than an exchange at Entra ID, otherwise Redis would not help. */
  readonly redisMs: number;
  /** Wait before the second attempt to connect, doubled for each further one, up to `redisRetryMostMs`. */
  readonly redisRetryMs: number;
  readonly redisRetryMostMs: number;
  readonly redisPingMs: number;
}

/** A single timeout can be a coincidence. */
const MAX_TIMEOUTS = 3;

/**
 * A connection to Redis with a circuit breaker. Commands never wait for a connection. After repeated timeouts or an
 * unreadable response, closes the connection, rejects its pending commands, and opens a new one in the background, which
 * is used once Redis has responded on it.
 */
export class RedisCircuitBreaker {
  readonly #address: RedisAddress;
  readonly #limits: RedisLimits;
  readonly #random: () => number;
  readonly #outage: OutageLog;
  readonly #closed = new AbortController();
  readonly #pings: NodeJS.Timeout;
  /** Undefined while there is no usable connection. */
  #connection: RedisConnection | undefined;
  /** Connection attempts since Redis last responded to a command. A connection without one does not reset the backoff. */
  #attempts = 0;
  #timeouts = 0;

  /** Starts to connect in the background. @param random 0 to 1 */
  constructor(address: RedisAddress, limits: RedisLimits, random: () => number, outage: OutageLog) {
    this.#address = address;
    this.#limits = limits;
    this.#random = random;
    this.#outage = outage;
    // Azure closes a connection that has been idle for ten minutes.
    this.#pings = setInterval(() => this.#ping(), limits.redisPingMs);
    this.#pings.unref();
    void this.#connect();
  }

  get up(): boolean {
    return this.#connection !== undefined;
  }

  /** @throws RedisError: `disconnected` immediately, `timeout` after the time limit */
  async run<T>(command: (connection: RedisConnection) => Promise<T>): Promise<T> {
    const connection = this.#connection;
    if (!connection) throw new RedisError('disconnected');
    try {
      const reply = await withCommandTimeout(command(connection), this.#limits.redisMs);
      this.#onReply(connection);
      return reply;
    } catch (error) {
      if (error instanceof RedisError && error.kind === 'rejected') this.#onReply(connection);
      if (error instanceof RedisError && error.kind === 'timeout') this.#onTimeout(connection, error);
      throw error;
    }
  }

  close(): void {
    this.#closed.abort();
    clearInterval(this.#pings);
    this.#connection?.destroy();
    this.#connection = undefined;
  }

  #ping(): void {
    this.run((connection) => connection.ping()).catch(() => undefined); // `run` handles the error.
    this.#connection?.renewSignIn();
  }

  #onReply(connection: RedisConnection): void {
    if (connection !== this.#connection) return;
    this.#timeouts = 0;
    this.#attempts = 0;
  }

  #onTimeout(connection: RedisConnection, error: RedisError): void {
    if (connection !== this.#connection) return;
    this.#timeouts += 1;
    if (this.#timeouts >= MAX_TIMEOUTS) this.#open(error);
  }

  /** Opens the circuit. Also after an unreadable reply, when replies can no longer be matched to commands. */
  #open(error: RedisError): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#connection = undefined;
    connection.destroy();
    this.#outage.down(error.reason);
    void this.#connect();
  }

  /** Never rejects. */
  async #connect(): Promise<void> {
    const { signal } = this.#closed;
    while (!signal.aborted && !this.#connection) {
      if (this.#attempts > 0) await this.#pause(signal);
      this.#attempts += 1;
      try {
        await this.#connectOnce(signal);
      } catch (error) {
        if (!signal.aborted) this.#outage.down(error instanceof RedisError ? error.reason : 'unexpected');
      }
    }
  }

  async #connectOnce(signal: AbortSignal): Promise<void> {
    const { openRedis } = await import(/* webpackChunkName: "redis" */ './redisConnection.ts');
    if (signal.aborted) return;
    this.#connection = await openRedis(this.#address, this.#limits.redisConnectMs, signal, (error) =>
      this.#open(error),
    );
    this.#timeouts = 0;
    this.#outage.up();
  }

  /** Exponential backoff with 50 % jitter, so that instances do not reconnect all at once. */
  async #pause(signal: AbortSignal): Promise<void> {
    const { redisRetryMs, redisRetryMostMs } = this.#limits;
    const wait = Math.min(redisRetryMs * 2 ** (this.#attempts - 1), redisRetryMostMs);
    await pause(wait * (0.5 + this.#random()), undefined, { signal, ref: false }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

function withCommandTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    // After this process has stalled, its timers run before it reads replies that have arrived. setImmediate lets the
    // replies go first.
    const timer = setTimeout(() => setImmediate(() => reject(new RedisError('timeout'))), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
