import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Environment } from '../config.ts';
import type { Limits } from '../limits.ts';
import type { Telemetry } from '../call.ts';

/** What requests to other services need. Tests pass their own clock and network. */
export interface HttpClient {
  readonly dispatcher: Dispatcher;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly telemetry?: Telemetry | undefined;
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface OutgoingRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Larger responses fail. */
  readonly maxBytes: number;
  /** True if a repetition has no side effects, whatever the method. Default: true for GET and HEAD. */
  readonly repeatable?: boolean;
}

export interface ServiceResponse {
  readonly status: number;
  /** Names in lower case; values of repeated headers joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Parses a JSON body. Returns undefined for anything else, such as a proxy's HTML page or a truncated body. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined; // Callers treat it like any other invalid response.
  }
}

/**
 * Creates the connection pool for Entra ID and Graph: kept alive, bounded, and through the proxy in HTTPS_PROXY, if any
 * (Node 20 ignores that variable). NODE_EXTRA_CA_CERTS adds trusted certificates.
 */
export function createDispatcher(limits: Limits, environment: Environment = process.env): Dispatcher {
  const options = {
    connect: { timeout: limits.connectMs },
    // `send` enforces the shorter limits of each request; these end abandoned ones.
    headersTimeout: limits.requestMs,
    bodyTimeout: limits.requestMs,
    keepAliveTimeout: 30_000,
    connections: 128,
  };
  const httpsProxy = environment.HTTPS_PROXY ?? environment.https_proxy;
  if (!httpsProxy) return new Agent(options);
  const noProxy = environment.NO_PROXY ?? environment.no_proxy ?? '';
  // Ignore HTTP_PROXY: plain HTTP is used only for the managed identity endpoint, which is on this machine.
  return new EnvHttpProxyAgent({ ...options, httpProxy: '', httpsProxy, noProxy });
}

/**
 * Why there is no readable response. `unreachable`: the connection was refused, reset or cut off, worth a retry;
 * `timeout`: no complete response within the time limit; `too-large`: more bytes than `maxBytes`.
 */
export type TransportErrorKind = 'timeout' | 'unreachable' | 'too-large';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportErrorKind;
  /** For the log: the system's or TLS error code, such as ECONNRESET or UNABLE_TO_VERIFY_LEAF_SIGNATURE. */
  readonly transportCode: string | undefined;
  /** False if the service has not seen the request. */
  readonly wasSent: boolean;

  constructor(kind: TransportErrorKind, cause?: unknown, wasSent = true) {
    super(`The service did not respond: ${kind}.`, { cause });
    this.kind = kind;
    this.wasSent = wasSent;
    this.transportCode = codeOf(cause);
  }
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { code, cause: inner } = cause as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(inner);
}

/** The log name of a service that the server calls. */
export type Service = 'entra' | 'entra-keys' | 'graph';

const codes = {
  timeout: { entra: 'entra_timeout', graph: 'graph_timeout' },
  unreachable: { entra: 'entra_unavailable', graph: 'graph_unavailable' },
  'too-large': { entra: 'entra_error', graph: 'graph_error' },
} as const satisfies Record<TransportErrorKind, Record<'entra' | 'graph', ProblemCode>>;

/** Returns the problem of a service without a readable response. */
export function transportProblem(error: TransportError, service: Service): ProblemError {
  const code = codes[error.kind][service === 'graph' ? 'graph' : 'entra'];
  const facts = { service, fault: error.kind, transport: error.transportCode };
  return new ProblemError(code, {}, { cause: new UpstreamError(facts) });
}

/**
 * The error response of another service, as the `cause` of a problem: status, codes and ids for the log. Never its text,
 * which may contain names and addresses of people.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly facts: Readonly<Record<string, string | number | undefined>>;

  constructor(facts: Readonly<Record<string, string | number | undefined>>) {
    super('The service returned an error.');
    this.facts = facts;
  }
}

/** The result of one attempt. */
export type Outcome =
  | { readonly fault: TransportErrorKind; readonly wasSent: boolean }
  | { readonly status: number; readonly retryAfter: number | undefined };

/**
 * Whether a request can be repeated. `safe`: it changes nothing. `idempotent`: repeating it has the same effect as sending
 * it once (PUT and DELETE, RFC 9110 9.2.2). `no`: it may change something twice (POST, PATCH).
 */
export type Repeatable = 'safe' | 'idempotent' | 'no';

const MAX_RETRIES = 2;

/**
 * Returns how long to wait before the next attempt, in milliseconds, or undefined for no further attempt. A request that
 * timed out is not retried: its caller has waited long enough.
 *
 * A request that changes something is retried only if the service has done nothing. That is certain if it never got a
 * connection, and after a 429: a throttled request fails ("Microsoft Graph throttling guidance"). Throttled requests also
 * get a 503 with Retry-After ("Avoid getting throttled or blocked in SharePoint Online"), but so does a request whose
 * gateway gave up after the service started on it: only PUT and DELETE are retried then. After a lost connection or any
 * other 5xx, the outcome is unknown.
 * @param repeated number of retries so far
 * @param random 0 to 1
 */
export function retryWaitMs(
  outcome: Outcome,
  repeatable: Repeatable,
  repeated: number,
  random: number,
  limits: Pick<Limits, 'shortWaitMs' | 'retryDelayMs'>,
): number | undefined {
  // Spreads out the retries of callers that failed at the same time.
  const jitter = limits.retryDelayMs * 2 ** repeated * (0.5 + random);
  const retriesLeft = repeated < MAX_RETRIES;
  if ('fault' in outcome) {
    const mayRepeat = repeatable === 'safe' || !outcome.wasSent;
    return outcome.fault === 'unreachable' && mayRepeat && retriesLeft ? jitter : undefined;
  }
  const { status, retryAfter } = outcome;
  const asked = retryAfter === undefined ? undefined : retryAfter * 1000;
  if (asked !== undefined && asked > limits.shortWaitMs) return undefined;
  if (status === 429) return asked !== undefined && repeated === 0 ? Math.max(asked, jitter) : undefined;
  if (status < 500 || status === 501) return undefined;
  const throttled = repeatable === 'idempotent' && status === 503 && asked !== undefined;
  return (repeatable === 'safe' || throttled) && retriesLeft ? Math.max(asked ?? 0, jitter) : undefined;
}

/** The maximum wait that is passed on, in seconds. */
const MAX_SECONDS = 3_600;
/** Characters; a date has 29. */
const MAX_HEADER_LENGTH = 500;

/** The three forms of HTTP-date (RFC 9110 5.6.7). `Date.parse` alone accepts `-1` and `60, 60` as dates. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2}) [\d:]{8} GMT$/;
const ASCTIME_DATE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/;

/** A comma between values, but not the one after the weekday in a date. */
const BETWEEN_VALUES = /(?<!\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\s*,\s*/;

/**
 * Returns the wait in a Retry-After header (RFC 9110 10.2.3) in whole seconds, rounded up and at most an hour. If the
 * header was repeated, the longest wait counts. Returns undefined if the header is absent, invalid, negative, or a time
 * in the past (one of the two clocks is wrong); the caller then uses its own wait.
 * @param header values of repeated headers joined by commas
 * @param now milliseconds since 1970
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.length > MAX_HEADER_LENGTH) return undefined;
  const waits = header
    .trim()
    .split(BETWEEN_VALUES)
    .map((value) => secondsOf(value, now))
    .filter((seconds) => seconds !== undefined);
  return waits.length === 0 ? undefined : Math.min(Math.ceil(Math.max(...waits)), MAX_SECONDS);
}

function secondsOf(value: string, now: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const date = HTTP_DATE.test(value) ? value : ASCTIME_DATE.test(value) ? `${value} GMT` : undefined;
  if (date === undefined) return undefined;
  const seconds = (Date.parse(date) - now) / 1000;
  return seconds > 0 ? seconds : undefined;
}

/**
 * Returns the wait that a response requests, like `retryAfterSeconds`. Without a valid Retry-After, uses RateLimit-Reset:
 * the seconds until the quota resets, which SharePoint and OneDrive send with a 429 ("Avoid getting throttled or blocked
 * in SharePoint Online").
 */
export function requestedWaitSeconds(
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  now: number,
): number | undefined {
  const retryAfter = retryAfterSeconds(headers['retry-after'], now);
  if (retryAfter !== undefined || status !== 429) return retryAfter;
  const reset = headers['ratelimit-reset'];
  return reset !== undefined && /^[\d., ]+$/.test(reset) ? retryAfterSeconds(reset, now) : undefined;
}
