import type { ProblemCode } from '../../contract/catalogue.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Authority } from '../config.ts';
import { readJson } from '../outbound/json.ts';
import { retryAfterSeconds } from '../outbound/retryAfter.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { sendPatiently } from '../outbound/sendPatiently.ts';
import { ServiceAnswer } from '../outbound/serviceAnswer.ts';
import { ServiceFault, type FaultKind } from '../outbound/serviceFault.ts';

const MAX_KEY_SET_BYTES = 512 * 1024;

/**
 * The key set of an authority, as JSON. Shared by all who wait, so no single client's leaving ends it.
 * @throws ProblemError entra_unavailable, entra_timeout or entra_error
 */
export async function loadKeySet(authority: Pick<Authority, 'url'>, outbound: Outbound): Promise<unknown> {
  const { clock, limits } = outbound;
  const url = `${authority.url}/discovery/v2.0/keys`;
  const headers = { accept: 'application/json' };
  const call = { signal: new AbortController().signal, deadline: clock() + limits.keysMs };
  const answer = await sendPatiently(
    outbound,
    { method: 'GET', url, headers, maxBytes: MAX_KEY_SET_BYTES },
    call,
    limits.keysMs,
  ).catch((error: unknown) => {
    throw error instanceof ServiceFault ? faultProblem(error) : error;
  });
  const keys = answer.status === 200 ? readJson(answer.body) : undefined;
  if (keys !== undefined) return keys;
  const retryAfter = retryAfterSeconds(answer.headers['retry-after'], clock());
  const code = answer.status >= 500 || answer.status === 429 ? 'entra_unavailable' : 'entra_error';
  const cause = new ServiceAnswer({ service: 'entra-keys', status: answer.status });
  throw new ProblemError(code, retryAfter === undefined ? {} : { retryAfter }, { cause });
}

const codes = {
  timeout: 'entra_timeout',
  unreachable: 'entra_unavailable',
  'too-large': 'entra_error',
} as const satisfies Record<FaultKind, ProblemCode>;

function faultProblem(fault: ServiceFault): ProblemError {
  const facts = { service: 'entra-keys', fault: fault.kind, transport: fault.transportCode };
  return new ProblemError(codes[fault.kind], {}, { cause: new ServiceAnswer(facts) });
}
