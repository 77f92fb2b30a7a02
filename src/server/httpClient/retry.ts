import type { Limits } from '../limits.ts';
import type { TransportErrorKind } from './httpClient.ts';

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
