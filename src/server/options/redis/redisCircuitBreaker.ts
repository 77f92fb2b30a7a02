import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError } from '../../config.ts';
import type { OutageLog } from '../../http/logger.ts';

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

/** Commands reject with a RedisError. They have no time limit: see RedisCircuitBreaker. */
export interface RedisConnection {
  ping(): Promise<void>;
  /** Reads at most `maxBytes`. Returns an empty buffer for a missing key. */
  read(key: string, maxBytes: number): Promise<Buffer>;
  /** @param ttlMs time to live */
  write(key: string, value: Buffer, ttlMs: number): Promise<void>;
  /** @param value as read before */
  removeIfSame(key: string, value: Buffer): Promise<void>;
  /** Signs in again in the background if there is a newer token: Azure closes a connection whose token has expired. */
  renewSignIn(): void;
  /** Closes the connection immediately. Pending commands reject. */
  destroy(): void;
}

/**
 * `disconnected`: there is no connection, so nothing was sent. `timeout`: no response within the time limit. `rejected`:
 * Redis responded with an error. `broken`: the connection was lost, or the response is not from Redis.
 */
type RedisErrorKind = 'disconnected' | 'timeout' | 'rejected' | 'broken';

/** Every failure of a Redis command or connection. */
export class RedisError extends Error {
  override readonly name = 'RedisError';
  readonly kind: RedisErrorKind;
  /** One word for the log. Messages are not logged: they contain host names, and text quoted by Redis. */
  readonly reason: string;

  constructor(kind: RedisErrorKind, reason: string = kind, options?: ErrorOptions) {
    super(`Redis: ${reason}`, options);
    this.kind = kind;
    this.reason = reason;
  }
}

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  /** Gets a token to sign in with instead of a password. Tokens expire, so call it for each sign-in. */
  readonly token?: (() => Promise<string>) | undefined;
  readonly database: number;
}

const PORT = 6379;

/**
 * Parses a Redis URL.
 * @param url redis[s]://[[user][:password]@]host[:port][/database], as defined in
 *   https://www.iana.org/assignments/uri-schemes/prov/redis
 * @throws ConfigError that names CACHE_URL but not its value
 */
export function redisAddress(url: string): RedisAddress {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === '') throw configError('has no host; write it as rediss://user:password@host:port');
  if (!/^\/?\d{0,4}$/.test(pathname))
    throw configError('has a path that is not a database number; write it as /0, or remove it');
  return {
    host,
    port: port === '' ? PORT : Number(port),
    tls: protocol === 'rediss:',
    ...(username === '' ? {} : { username: decoded(username) }),
    ...(password === '' ? {} : { password: decoded(password) }),
    database: Number(pathname.slice(1)),
  };
}

/** Returns the TLS server name, which Node does not set automatically. IP addresses are not allowed (RFC 6066, 3). */
export function serverNameOf(host: string): string | undefined {
  return isIP(host) === 0 ? host : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    throw configError('contains a % that is not part of an escape sequence; write % as %25', error);
  }
}

function configError(problem: string, cause?: unknown): ConfigError {
  return new ConfigError([`CACHE_URL ${problem}`], { cause });
}
