import { setTimeout as pause } from 'node:timers/promises';
import { CallerGone, type Call } from '../call.ts';
import type { Outbound } from './outbound.ts';
import { waitAsked } from './retryAfter.ts';
import { retryWaitMs, type Outcome } from './retryWait.ts';
import type { Answer, Outgoing } from './exchange.ts';
import { sendWatched } from './sendWatched.ts';
import { faultProblem, ServiceFault, type Service } from './serviceFault.ts';

/**
 * Sends a request that is safe to repeat, and repeats it where that may help: see `retryWaitMs`.
 * @param limitMs for all attempts together; the deadline of the call may be nearer
 * @returns the last answer, whatever its status
 * @throws ProblemError of the service (`…_timeout`, `…_unavailable`, `…_error`) when it gave no answer; CallerGone
 */
export async function sendWithRetry(
  outbound: Outbound,
  service: Service,
  outgoing: Outgoing,
  call: Pick<Call, 'signal' | 'deadline' | 'span'>,
  limitMs: number,
): Promise<Answer> {
  const { limits, clock, random } = outbound;
  const end = Math.min(clock() + limitMs, call.deadline);
  for (let repeated = 0; ; repeated += 1) {
    const result = await sendWatched(outbound, outgoing, call, end - clock(), repeated).catch(faultOf);
    if (!(result instanceof ServiceFault) && result.status < 400) return result;
    const wait = retryWaitMs(outcomeOf(result, clock()), repeated, random(), limits);
    if (wait === undefined || clock() + wait >= end) {
      if (result instanceof ServiceFault) throw faultProblem(result, service);
      return result;
    }
    await pauseFor(wait, call.signal);
  }
}

function faultOf(error: unknown): ServiceFault {
  if (error instanceof ServiceFault) return error;
  throw error;
}

function outcomeOf(result: Answer | ServiceFault, now: number): Outcome {
  if (result instanceof ServiceFault) return { fault: result.kind };
  return { status: result.status, retryAfter: waitAsked(result, now) };
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal });
  } catch (error) {
    if (signal.aborted) throw new CallerGone();
    throw error;
  }
}
