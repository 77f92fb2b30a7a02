import { setTimeout as pause } from 'node:timers/promises';
import type { OutageLog } from '../../outageLog.ts';
import type { RedisAddress } from './redisAddress.ts';
import type { RedisConnection } from './redisConnection.ts';
import { RedisFault } from './redisFault.ts';

/** Milliseconds. */
export interface RedisLimits {
  /** Until Redis has accepted a connection and greeted; no request waits for it. */
  readonly redisConnectMs: number;
  /** One command: shorter than an exchange at Entra ID, or Redis would not help. */
  readonly redisMs: number;
  /** Wait before the second attempt to connect, doubled for the next ones, up to `redisRetryMostMs`. */
  readonly redisRetryMs: number;
  readonly redisRetryMostMs: number;
  readonly redisPingMs: number;
}

/** One late answer can be chance. */
const MAX_TIMEOUTS = 3;

/**
 * One connection to Redis, which is there or is not; whoever asks never waits for one to be made. It is also the
 * circuit breaker: a connection with late answers, or unreadable ones, is given up with all that waits for it, and
 * a new one is made in the background, which counts only once Redis has answered on it.
 */
export class RedisLink {
  readonly #address: RedisAddress;
  readonly #limits: RedisLimits;
  readonly #random: () => number;
  readonly #outage: OutageLog;
  readonly #closed = new AbortController();
  readonly #pings: NodeJS.Timeout;
  /** Only while it can be used. */
  #connection: RedisConnection | undefined;
  /** Connections made since Redis last answered a command: one that only greets is not worth an early next try. */
  #attempts = 0;
  #late = 0;

  /** Begins to connect, in the background. @param random 0 to 1 */
  constructor(address: RedisAddress, limits: RedisLimits, random: () => number, outage: OutageLog) {
    this.#address = address;
    this.#limits = limits;
    this.#random = random;
    this.#outage = outage;
    // Azure closes a connection on which nothing was asked for ten minutes.
    this.#pings = setInterval(() => this.#ping(), limits.redisPingMs);
    this.#pings.unref();
    void this.#connect();
  }

  get up(): boolean {
    return this.#connection !== undefined;
  }

  /** @throws RedisFault: `away` at once, `late` after the limit */
  async ask<T>(command: (connection: RedisConnection) => Promise<T>): Promise<T> {
    const connection = this.#connection;
    if (!connection) throw new RedisFault('away');
    try {
      const answer = await inTime(command(connection), this.#limits.redisMs);
      this.#answered(connection);
      return answer;
    } catch (error) {
      if (error instanceof RedisFault && error.kind === 'refused') this.#answered(connection);
      if (error instanceof RedisFault && error.kind === 'late') this.#wasLate(connection, error);
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
    this.ask((connection) => connection.ping()).catch(() => undefined); // `ask` has drawn its conclusions.
    this.#connection?.renewSignIn();
  }

  #answered(connection: RedisConnection): void {
    if (connection !== this.#connection) return;
    this.#late = 0;
    this.#attempts = 0;
  }

  #wasLate(connection: RedisConnection, fault: RedisFault): void {
    if (connection !== this.#connection) return;
    this.#late += 1;
    if (this.#late >= MAX_TIMEOUTS) this.#giveUp(fault);
  }

  /** After an unreadable answer, too: nobody knows any more which answer belongs to which command. */
  #giveUp(fault: RedisFault): void {
    const connection = this.#connection;
    if (!connection) return;
    this.#connection = undefined;
    connection.destroy();
    this.#outage.away(fault.reason);
    void this.#connect();
  }

  /** Never rejects. */
  async #connect(): Promise<void> {
    const { signal } = this.#closed;
    while (!signal.aborted && !this.#connection) {
      if (this.#attempts > 0) await this.#pause(signal);
      this.#attempts += 1;
      try {
        await this.#open(signal);
      } catch (error) {
        if (!signal.aborted) this.#outage.away(error instanceof RedisFault ? error.reason : 'unexpected');
      }
    }
  }

  async #open(signal: AbortSignal): Promise<void> {
    const { openRedis } = await import(/* webpackChunkName: "redis" */ './redisConnection.ts');
    if (signal.aborted) return;
    this.#connection = await openRedis(this.#address, this.#limits.redisConnectMs, signal, (fault) =>
      this.#giveUp(fault),
    );
    this.#late = 0;
    this.#outage.back();
  }

  /** Doubled for each attempt, give or take half of it: instances must not come back all at once. */
  async #pause(signal: AbortSignal): Promise<void> {
    const { redisRetryMs, redisRetryMostMs } = this.#limits;
    const wait = Math.min(redisRetryMs * 2 ** (this.#attempts - 1), redisRetryMostMs);
    await pause(wait * (0.5 + this.#random()), undefined, { signal, ref: false }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    // After a stall of this process its timers come before the answers that have arrived meanwhile: those first.
    const timer = setTimeout(() => setImmediate(() => reject(new RedisFault('late'))), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
