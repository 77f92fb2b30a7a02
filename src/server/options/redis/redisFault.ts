/**
 * `away`: there is no connection, nothing was asked. `late`: no answer in time. `refused`: Redis answered, and the
 * answer is no. `broken`: the connection is lost, or what came is no answer of Redis.
 */
export type RedisFaultKind = 'away' | 'late' | 'refused' | 'broken';

/** Everything that can come of Redis but an answer. */
export class RedisFault extends Error {
  override readonly name = 'RedisFault';
  readonly kind: RedisFaultKind;
  /** Why, in a word for the log. Messages are not repeated there: they hold hosts, and what Redis likes to quote. */
  readonly reason: string;

  constructor(kind: RedisFaultKind, reason: string = kind, options?: ErrorOptions) {
    super(`Redis: ${reason}`, options);
    this.kind = kind;
    this.reason = reason;
  }
}
