import { setTimeout as pause } from 'node:timers/promises';
import type { Limits } from '../limits.ts';
import type { OutageLog } from './outageLog.ts';
import type { RedisAddress } from './redisAddress.ts';
import { createRedisClient, type RedisClient } from './redisClient.ts';
import { isRefusal, RedisAway, RedisLate, reasonOf } from './redisFault.ts';

export type RedisLimits = Pick<
  Limits,
  'redisConnectMs' | 'redisMs' | 'redisRetryMs' | 'redisRetryMostMs' | 'redisPingMs'
>;

/** One late answer can be chance. */
const MOST_LATE = 3;

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
  #client: RedisClient | undefined;
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
    return this.#client !== undefined;
  }

  /** @throws RedisAway at once, RedisLate after the limit, or what the client throws: see `reasonOf` */
  async ask<T>(command: (client: RedisClient) => Promise<T>): Promise<T> {
    const client = this.#client;
    if (!client) throw new RedisAway();
    try {
      const answer = await inTime(command(client), this.#limits.redisMs);
      this.#answered(client);
      return answer;
    } catch (error) {
      if (isRefusal(error)) this.#answered(client);
      else if (error instanceof RedisLate) this.#wasLate(client, error);
      throw error;
    }
  }

  close(): void {
    this.#closed.abort();
    clearInterval(this.#pings);
    this.#client?.destroy();
    this.#client = undefined;
  }

  #ping(): void {
    this.ask((client) => client.ping()).catch(() => undefined); // `ask` has drawn its conclusions.
  }

  #answered(client: RedisClient): void {
    if (client !== this.#client) return;
    this.#late = 0;
    this.#attempts = 0;
  }

  #wasLate(client: RedisClient, error: RedisLate): void {
    if (client !== this.#client) return;
    this.#late += 1;
    if (this.#late >= MOST_LATE) this.#giveUp(client, error);
  }

  /** After an unreadable answer, too: nobody knows any more which answer belongs to which command. */
  #giveUp(client: RedisClient, error: unknown): void {
    if (client !== this.#client) return;
    this.#client = undefined;
    client.destroy();
    this.#outage.away(reasonOf(error));
    void this.#connect();
  }

  /** Never rejects. */
  async #connect(): Promise<void> {
    this.#late = 0;
    while (!this.#closed.signal.aborted) {
      if (this.#attempts > 0) await this.#pause();
      this.#attempts += 1;
      const client = await this.#greet();
      if (!client) continue;
      this.#client = client;
      this.#outage.back();
      return;
    }
  }

  /** A new connection on which Redis has answered, within the limit. Never rejects. */
  async #greet(): Promise<RedisClient | undefined> {
    const { signal } = this.#closed;
    const client = createRedisClient(this.#address, this.#limits.redisConnectMs);
    let fault: unknown;
    const end = (why: unknown) => {
      fault ??= why;
      client.destroy();
    };
    // A client that is destroyed while its socket connects would go on with it.
    client.on('connect', () => fault !== undefined && client.destroy());
    client.on('error', (error) => (client === this.#client ? this.#giveUp(client, error) : end(error)));
    const onClosed = () => end(new RedisAway());
    signal.addEventListener('abort', onClosed, { once: true });
    const timer = setTimeout(() => end(new RedisLate()), this.#limits.redisConnectMs);
    try {
      await client.connect();
      // The client takes anything for a greeting.
      if ((await client.ping()) !== 'PONG') end(new Error('No answer to PING.'));
      if (fault === undefined) return client;
    } catch (error) {
      end(error);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onClosed);
    }
    if (!signal.aborted) this.#outage.away(reasonOf(fault));
    return undefined;
  }

  /** Doubled for each attempt, give or take half of it: instances must not come back all at once. */
  async #pause(): Promise<void> {
    const { redisRetryMs, redisRetryMostMs } = this.#limits;
    const wait = Math.min(redisRetryMs * 2 ** (this.#attempts - 1), redisRetryMostMs);
    const { signal } = this.#closed;
    await pause(wait * (0.5 + this.#random()), undefined, { signal, ref: false }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    // After a stall of this process its timers come before the answers that have arrived meanwhile: those first.
    const timer = setTimeout(() => setImmediate(() => reject(new RedisLate())), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
