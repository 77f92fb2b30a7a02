/**
 * Maximum bytes of request line and headers. Twice Node's default: a token with the ids of 199 groups takes 12 kB, and the
 * organization's claims add to it.
 */
export const MAX_HEADER_BYTES = 32 * 1024;

/** Limits of the server; times in milliseconds. The pane times out after 25 seconds, so the server responds within 20. */
export interface Limits {
  /** From the arrival of a request to its response. */
  readonly requestMs: number;
  /** Time for a client to send the headers of a request. */
  readonly headersMs: number;
  /** Time for a client to send the whole request. */
  readonly receiveMs: number;
  /** A connection with a request in progress is closed after this long without traffic. */
  readonly stallMs: number;
  /** From the start of handling a request until the client has received the whole response. */
  readonly deliverMs: number;
  /** Maximum number of accepted requests without a response, per connection. */
  readonly pipelined: number;
  /** Maximum number of client connections; fewer if the process may not open as many files: see `connectionLimit`. */
  readonly connections: number;
  readonly connectMs: number;
  /** Loading the signing keys. */
  readonly keysMs: number;
  /** One exchange at Entra ID, including retries. */
  readonly entraMs: number;
  /** One request to Graph, including retries. */
  readonly graphMs: number;
  /** The longest Retry-After that the server waits for; longer ones are passed on to the pane. */
  readonly shortWaitMs: number;
  /** Wait before the first retry, doubled for each further one, with 50 % jitter. */
  readonly retryDelayMs: number;
  /** Minimum time between key loads caused by unknown key ids. */
  readonly keysCooldownMs: number;
  readonly keysReloadMs: number;
  /** How long to cache a problem that the user must resolve (consent, interaction). */
  readonly negativeCacheMs: number;
  /** After SIGTERM: time for requests in flight to finish. */
  readonly drainMs: number;
  /** After SIGTERM: close once no request has arrived for this long. */
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
