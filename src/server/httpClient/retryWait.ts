import type { Limits } from '../limits.ts';
import type { FaultKind } from './serviceFault.ts';

/** How one attempt ended, as far as the decision to repeat it goes. */
export type Outcome =
  { readonly fault: FaultKind } | { readonly status: number; readonly retryAfter: number | undefined };

const MOST_REPETITIONS = 2;

/**
 * Whether an attempt is repeated, and after which wait. Only for requests that are safe to repeat.
 * A service that was silent is not asked again: its caller has waited long enough.
 * @param repeated how often it has been repeated already
 * @param random 0 to 1
 * @returns milliseconds, or undefined for no
 */
export function retryWaitMs(
  outcome: Outcome,
  repeated: number,
  random: number,
  limits: Pick<Limits, 'shortWaitMs' | 'retryDelayMs'>,
): number | undefined {
  // Spread out, so that the callers that failed together do not come back together.
  const jitter = limits.retryDelayMs * 2 ** repeated * (0.5 + random);
  if ('fault' in outcome) {
    return outcome.fault === 'unreachable' && repeated < MOST_REPETITIONS ? jitter : undefined;
  }
  const { status, retryAfter } = outcome;
  const asked = retryAfter === undefined ? undefined : retryAfter * 1000;
  if (asked !== undefined && asked > limits.shortWaitMs) return undefined;
  if (status === 429) return asked !== undefined && repeated === 0 ? Math.max(asked, jitter) : undefined;
  if (status < 500 || status === 501) return undefined;
  return repeated < MOST_REPETITIONS ? Math.max(asked ?? 0, jitter) : undefined;
}
