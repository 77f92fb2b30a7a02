import type { ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import { UpstreamError } from '../httpClient/upstreamError.ts';
import { readClaimsChallenge } from './claims.ts';
import { readGraphError, type GraphError } from './graphError.ts';

/** A refusal by Graph. */
export interface GraphErrorResponse {
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly authenticate: string | undefined;
  /** Graph's own name for the request: what its support asks for. */
  readonly requestId?: string | undefined;
  /** Parsed JSON; undefined when it was none. */
  readonly body: unknown;
}

/** A refusal, for a feature that knows what it asked for: the same answer means different things. */
export interface GraphFailure extends GraphError {
  readonly status: number;
  /** What the answer usually means, by its codes, the most precise first, then by its status. */
  readonly usual: ProblemCode | undefined;
}

/** Returns what a refusal of this request means; undefined: the usual problem. */
export type ExplainFailure = (
  failure: GraphFailure,
) => { readonly code: ProblemCode; readonly detail?: string } | undefined;

const MAX_LOGGED_CODES = 4;

/** What a 401 of Graph asks for. */
export type Rejection =
  | { readonly kind: 'claims'; readonly claims: string }
  | { readonly kind: 'audience' }
  | { readonly kind: 'token' };

/** Returns what a 401 asks for, or a 403 with a claims challenge. */
export function rejectionOf({
  authenticate,
  body,
}: Pick<GraphErrorResponse, 'authenticate' | 'body'>): Rejection {
  const claims = readClaimsChallenge(authenticate);
  if (claims !== undefined) return { kind: 'claims', claims };
  // Text decides: Graph has the one code InvalidAuthenticationToken for every fault of a token.
  return /\baudience\b/i.test(readGraphError(body).message) ? { kind: 'audience' } : { kind: 'token' };
}

/**
 * What Graph's codes mean, whatever the status: services behind Graph disagree about it. In lower case. Codes that can
 * have several causes, such as `invalidRequest`, are missing: there the status decides.
 * Source: "Microsoft Graph error responses and resource types".
 */
const meaningByCode: Readonly<Partial<Record<string, ProblemCode>>> = {
  activitylimitreached: 'throttled',
  applicationthrottled: 'throttled',
  throttledrequest: 'throttled',
  toomanyrequests: 'throttled',
  resourcebeingprovisioned: 'graph_unavailable',
  servicenotavailable: 'graph_unavailable',
  servicereadonly: 'graph_unavailable',
  accessdenied: 'access_denied',
  accessrestricted: 'access_denied',
  authorization_requestdenied: 'access_denied',
  malwaredetected: 'access_denied',
  notallowed: 'access_denied',
  virussuspicious: 'access_denied',
  provisioningnotallowed: 'no_drive',
  erroritemnotfound: 'not_found',
  imagenotfound: 'not_found',
  itemnotfound: 'not_found',
  request_resourcenotfound: 'not_found',
  resourcenotfound: 'not_found',
  invalidstartindex: 'request_invalid',
  resyncapplydifferences: 'request_invalid',
  resyncrequired: 'request_invalid',
  resyncuploaddifferences: 'request_invalid',
  syncstatenotfound: 'request_invalid',
};

/**
 * Returns the problem that an answer of Graph (other than a 401) means: what the feature says, or else by its codes, the
 * most precise first, then by its status.
 */
export function graphProblem(refusal: GraphErrorResponse, explain?: ExplainFailure): ProblemError {
  const { status, retryAfter, requestId, body } = refusal;
  const error = readGraphError(body);
  const precise = error.codes.map(meaningOf).findLast((meaning) => meaning !== undefined);
  const usual = precise ?? meaningOfStatus(status);
  const { code, ...detail } = explain?.({ ...error, status, usual }) ?? { code: withoutContext(usual) };
  const cause = graphUpstreamError(status, error.codes, requestId);
  return new ProblemError(code, { ...detail, ...factsOf(code, retryAfter) }, { cause });
}

/** Some meanings fit only certain requests, whose feature says so with `explain`. */
function withoutContext(usual: ProblemCode | undefined): ProblemCode {
  if (usual === 'no_drive') return 'access_denied';
  return usual === undefined || usual === 'request_invalid' ? 'graph_error' : usual;
}

function meaningOf(code: string): ProblemCode | undefined {
  const known = code.toLowerCase();
  return Object.hasOwn(meaningByCode, known) ? meaningByCode[known] : undefined;
}

function meaningOfStatus(status: number): ProblemCode | undefined {
  if (status === 429 || status === 509) return 'throttled';
  if (status >= 500) return 'graph_unavailable';
  if (status === 403 || status === 423) return 'access_denied';
  if (status === 404) return 'not_found';
  if (status === 410) return 'request_invalid';
  return undefined;
}

function factsOf(code: ProblemCode, retryAfter: number | undefined): ProblemFacts {
  const waits = code === 'throttled' || code === 'graph_unavailable';
  return waits && retryAfter !== undefined ? { retryAfter } : {};
}

/** Tells whether Graph answered with this code, at any level of the error. @param code in lower case */
export function hasGraphCode(error: unknown, code: string): boolean {
  return graphErrorOf(error)?.codes.includes(code) ?? false;
}

/** Returns the status and the codes, in lower case, of an answer that became a problem. */
export function graphErrorOf(error: unknown): { status: number; codes: readonly string[] } | undefined {
  if (!isProblem(error) || !(error.cause instanceof UpstreamError)) return undefined;
  const { service, status, error: codes } = error.cause.facts;
  if (service !== 'graph' || typeof status !== 'number') return undefined;
  return { status, codes: typeof codes === 'string' ? codes.toLowerCase().split(' ') : [] };
}

/** Returns status, codes and request id for the log; Graph's text can contain names. */
export function graphUpstreamError(
  status: number,
  codes: readonly string[] = [],
  requestId = '',
): UpstreamError {
  const named = codes.filter((code) => /^[\w.-]{1,64}$/.test(code)).slice(0, MAX_LOGGED_CODES);
  return new UpstreamError({
    service: 'graph',
    status,
    error: named.length === 0 ? undefined : named.join(' '),
    requestId: /^[\w-]{1,64}$/.test(requestId) ? requestId : undefined,
  });
}
