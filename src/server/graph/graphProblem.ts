import { z } from 'zod';
import { ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import { ServiceAnswer } from '../outbound/serviceAnswer.ts';
import type { ServiceFault } from '../outbound/serviceFault.ts';
import { readClaimsChallenge } from './claims.ts';

/** An answer of Graph that is not what was asked for. */
export interface GraphRefusal {
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly authenticate: string | undefined;
  /** Graph's own name for the request: what its support asks for. */
  readonly requestId?: string | undefined;
  /** Parsed JSON; undefined when it was none. */
  readonly body: unknown;
}

/** What was asked for: the same status means different things. */
export interface GraphQuestion {
  readonly about: 'profile' | 'photo' | 'drive' | 'folder';
  /** The address came from a cursor, which can be too old. */
  readonly paged?: boolean;
}

/** What a 401 of Graph asks for. */
export type Rejection =
  | { readonly kind: 'claims'; readonly claims: string }
  | { readonly kind: 'audience' }
  | { readonly kind: 'token' };

const errorBody = z.object({
  error: z.object({ code: z.string().catch(''), message: z.string().catch('') }),
});

function errorOf(body: unknown): { code: string; message: string } {
  return errorBody.safeParse(body).data?.error ?? { code: '', message: '' };
}

export function rejectionOf({ authenticate, body }: Pick<GraphRefusal, 'authenticate' | 'body'>): Rejection {
  const claims = readClaimsChallenge(authenticate);
  if (claims !== undefined) return { kind: 'claims', claims };
  // Graph has one code for every fault of a token; only its text says which.
  return /\baudience\b/i.test(errorOf(body).message) ? { kind: 'audience' } : { kind: 'token' };
}

/** What an answer of Graph (other than a 401) means to the user: pure. Source: "Microsoft Graph error responses". */
export function graphProblem(refusal: GraphRefusal, question: GraphQuestion): ProblemError {
  const { status, retryAfter, requestId, body } = refusal;
  const { code, message } = errorOf(body);
  const cause = graphAnswer(status, code, requestId);
  const problem = (problemCode: ProblemError['code'], facts: ProblemFacts = {}) =>
    new ProblemError(problemCode, facts, { cause });
  const later = retryAfter === undefined ? {} : { retryAfter };

  if (status === 429 || status === 509) return problem('throttled', later);
  if (status >= 500) return problem('graph_unavailable', later);
  if (question.about === 'drive' && lacksDrive(status, message, question)) return problem('no_drive');
  if (status === 403 || status === 423) return problem('access_denied');
  if (status === 404) return problem('not_found');
  if (question.paged && (status === 400 || status === 410)) {
    return problem('request_invalid', { detail: 'The cursor is no longer good; begin with the first page.' });
  }
  return problem('graph_error');
}

/**
 * A user without OneDrive: 404 on the root of the drive, or another status with a text that says it (a tenant
 * without SharePoint licence answers 400, a user without one 403). Graph has no code of its own for it.
 */
function lacksDrive(status: number, message: string, { paged }: GraphQuestion): boolean {
  if (status === 404) return !paged;
  return (status === 400 || status === 403) && /mysite|licen[sc]e|not provisioned/i.test(message);
}

/** Why Graph gave no answer that can be read. */
export function graphFaultProblem(fault: ServiceFault): ProblemError {
  const cause = new ServiceAnswer({ service: 'graph', fault: fault.kind, transport: fault.transportCode });
  switch (fault.kind) {
    case 'timeout':
      return new ProblemError('graph_timeout', {}, { cause });
    case 'unreachable':
      return new ProblemError('graph_unavailable', {}, { cause });
    case 'too-large':
      return new ProblemError('graph_error', {}, { cause });
  }
}

/** Status, code and request id for the log; Graph's text can hold names. */
export function graphAnswer(status: number, code = '', requestId = ''): ServiceAnswer {
  return new ServiceAnswer({
    service: 'graph',
    status,
    error: /^[\w.-]{1,64}$/.test(code) ? code : undefined,
    requestId: /^[\w-]{1,64}$/.test(requestId) ? requestId : undefined,
  });
}
