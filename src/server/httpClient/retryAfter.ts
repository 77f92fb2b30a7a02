/** The maximum wait that is passed on, in seconds. */
const MAX_SECONDS = 3_600;
/** Characters; a date has 29. */
const MAX_LENGTH = 500;

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
  if (header === undefined || header.length > MAX_LENGTH) return undefined;
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
