/** An event of the sandbox's stream, or `open` and `error` of the connection. */
export interface StreamMessage {
  readonly name: string;
  /** JSON text; empty for `open` and `error`. */
  readonly data: string;
}
