/**
 * Bytes of request line and headers together. Node's own default is half of it, and a token with the ids of 199 groups
 * takes 12 kB: claims of the organization come on top.
 */
export const MAX_HEADER_BYTES = 32 * 1024;

/** Every wait of the server ends. Milliseconds; the pane gives up after 25 seconds, so all is answered within 20. */
export interface Limits {
  /** From the arrival of a request to its answer. */
  readonly requestMs: number;
  /** A client may take so long to send the headers of a request, and so long to send all of it. */
  readonly headersMs: number;
  readonly receiveMs: number;
  /** A connection is closed when nothing has moved on it for this long while a request is being answered. */
  readonly stallMs: number;
  /** From the beginning of the work on a request until the client has received all of the answer. */
  readonly deliverMs: number;
  /** Most requests on one connection that are accepted and not yet answered. */
  readonly pipelined: number;
  /** Most open connections of clients; fewer when the process may not open as many files: see `connectionLimit`. */
  readonly connections: number;
  readonly connectMs: number;
  /** One load of the signing keys. */
  readonly keysMs: number;
  /** One exchange at Entra ID, its repetitions included. */
  readonly entraMs: number;
  /** One question to Graph, its repetitions included. */
  readonly graphMs: number;
  /** The longest Retry-After that is waited for here; longer ones are handed to the pane, which shows them. */
  readonly shortWaitMs: number;
  /** Wait before the first repetition, doubled for the next, give or take half of it. */
  readonly retryDelayMs: number;
  /** Unknown key ids make the keys load at most once in this time. */
  readonly keysCooldownMs: number;
  readonly keysReloadMs: number;
  /** How long a refusal that the user has to lift (consent, interaction) is remembered. */
  readonly negativeCacheMs: number;
  /** After SIGTERM: what is in flight may finish for this long. */
  readonly drainMs: number;
  /** After SIGTERM: for so long nobody must have asked before the port is closed. */
  readonly quietMs: number;
}

export const defaultLimits: Limits = {
  requestMs: 19_000,
  headersMs: 10_000,
  receiveMs: 15_000,
  stallMs: 30_000,
  deliverMs: 120_000,
  pipelined: 16,
  connections: 10_000,
  connectMs: 3_000,
  keysMs: 5_000,
  entraMs: 10_000,
  graphMs: 10_000,
  shortWaitMs: 2_000,
  retryDelayMs: 200,
  keysCooldownMs: 5_000,
  keysReloadMs: 3_600_000,
  negativeCacheMs: 3_000,
  drainMs: 25_000,
  quietMs: 500,
};
