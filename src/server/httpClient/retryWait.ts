import type { Limits } from '../limits.ts';
import type { TransportErrorKind } from './transportError.ts';

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
