import type { Limits } from '../limits.ts';
import type { FaultKind } from './serviceFault.ts';

/** How one attempt ended. */
export type Outcome =
  | { readonly fault: FaultKind; readonly wasSent: boolean }
  | { readonly status: number; readonly retryAfter: number | undefined };

/**
 * What repeating a request does. `safe`: it changes nothing. `idempotent`: it has the effect of one (PUT and DELETE, RFC
 * 9110 9.2.2). `no`: it may change something twice (POST, PATCH).
 */
export type Repeatable = 'safe' | 'idempotent' | 'no';

const MOST_REPETITIONS = 2;

/**
 * Decides whether an attempt is repeated, and after which wait. A service that did not answer in time is not asked again:
 * its caller has waited long enough.
 *
 * A request that changes something is repeated only when the service has done nothing. That is certain when it never had a
 * connection, and after a 429: a throttled request fails ("Microsoft Graph throttling guidance"). A 503 with Retry-After
 * is the other answer to a throttled request ("Avoid getting throttled or blocked in SharePoint Online"), but a gateway
 * sends it too, after the service behind it may have begun: only PUT and DELETE are repeated then. After a lost
 * connection or any other 5xx nobody knows what was done.
 * @param repeated how often it has been repeated already
 * @param random 0 to 1
 * @returns milliseconds, or undefined for no
 */
export function retryWaitMs(
  outcome: Outcome,
  repeatable: Repeatable,
  repeated: number,
  random: number,
  limits: Pick<Limits, 'shortWaitMs' | 'retryDelayMs'>,
): number | undefined {
  // Spread out, so that callers that failed together do not come back together.
  const jitter = limits.retryDelayMs * 2 ** repeated * (0.5 + random);
  const again = repeated < MOST_REPETITIONS;
  if ('fault' in outcome) {
    const mayRepeat = repeatable === 'safe' || !outcome.wasSent;
    return outcome.fault === 'unreachable' && mayRepeat && again ? jitter : undefined;
  }
  const { status, retryAfter } = outcome;
  const asked = retryAfter === undefined ? undefined : retryAfter * 1000;
  if (asked !== undefined && asked > limits.shortWaitMs) return undefined;
  if (status === 429) return asked !== undefined && repeated === 0 ? Math.max(asked, jitter) : undefined;
  if (status < 500 || status === 501) return undefined;
  const refused = repeatable === 'idempotent' && status === 503 && asked !== undefined;
  return (repeatable === 'safe' || refused) && again ? Math.max(asked ?? 0, jitter) : undefined;
}
