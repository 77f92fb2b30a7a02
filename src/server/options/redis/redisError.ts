/**
 * `disconnected`: there is no connection, so nothing was sent. `timeout`: no response within the time limit. `rejected`:
 * Redis responded with an error. `broken`: the connection was lost, or the response is not from Redis.
 */
export type RedisErrorKind = 'disconnected' | 'timeout' | 'rejected' | 'broken';

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
