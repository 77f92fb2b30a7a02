/** The longest wait that is passed on, in seconds, whatever a service asks for. */
const MAX_SECONDS = 3_600;
/** Characters; a date takes 29. */
const MAX_LENGTH = 500;

/** The three forms of HTTP-date (RFC 9110 5.6.7). `Date.parse` alone reads `-1` and `60, 60` as years long past. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]+day, \d{2}-[A-Z][a-z]{2}-\d{2}) [\d:]{8} GMT$/;
const ASCTIME_DATE = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}$/;

/** A comma between values, and not the one after the day of the week in a date. */
const BETWEEN_VALUES = /(?<!\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\s*,\s*/;

/**
 * Returns the wait that a Retry-After header asks for (RFC 9110 10.2.3), in whole seconds, rounded up and at most an
 * hour. Of a header that was sent more than once the longest counts. Undefined, so that the caller uses its own wait:
 * the header is absent, makes no sense, is negative, or names a time that has passed (one of the two clocks is wrong).
 * @param header the values of repeated headers are joined by commas
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
 * Returns the wait that the headers of an answer ask for, as `retryAfterSeconds`. Where Retry-After says nothing,
 * RateLimit-Reset does, which SharePoint and OneDrive send with a 429 ("Avoid getting throttled or blocked in
 * SharePoint Online"): seconds until the quota is full again.
 */
export function waitAsked(
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  now: number,
): number | undefined {
  const asked = retryAfterSeconds(headers['retry-after'], now);
  if (asked !== undefined || status !== 429) return asked;
  const reset = headers['ratelimit-reset'];
  return reset !== undefined && /^[\d., ]+$/.test(reset) ? retryAfterSeconds(reset, now) : undefined;
}
