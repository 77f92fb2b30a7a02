import type { ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import { ServiceAnswer } from '../httpClient/serviceAnswer.ts';
import { readClaimsChallenge } from './claims.ts';
import { readGraphError, type GraphError } from './graphError.ts';

/** A refusal by Graph. */
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

const MAX_LOGGED_CODES = 4;

/** What a 401 of Graph asks for. */
export type Rejection =
  | { readonly kind: 'claims'; readonly claims: string }
  | { readonly kind: 'audience' }
  | { readonly kind: 'token' };

/** Returns what a 401 asks for, or a 403 with a claims challenge. */
export function rejectionOf({ authenticate, body }: Pick<GraphRefusal, 'authenticate' | 'body'>): Rejection {
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
 * Returns the problem that an answer of Graph (other than a 401) stands for, by its codes, the most precise first, then
 * by its status.
 */
export function graphProblem(refusal: GraphRefusal, question: GraphQuestion): ProblemError {
  const { status, retryAfter, requestId, body } = refusal;
  const error = readGraphError(body);
  const code = problemCode(status, error, question);
  const cause = graphAnswer(status, error.codes, requestId);
  return new ProblemError(code, factsOf(code, retryAfter), { cause });
}

function problemCode(status: number, error: GraphError, { about, paged }: GraphQuestion) {
  const precise = error.codes.map(meaningOf).findLast((meaning) => meaning !== undefined);
  const meaning = precise ?? meaningOfStatus(status);
  if (about === 'drive') {
    // The root of the drive is not found: there is no drive. A later page of it can only be too old.
    if (meaning === 'not_found' && !paged) return 'no_drive';
    if (lacksLicense(status, error)) return 'no_drive';
  }
  if (meaning === 'no_drive' && about !== 'drive') return 'access_denied';
  if (meaning === 'request_invalid' && !paged) return 'graph_error';
  if (meaning !== undefined) return meaning;
  return paged && status === 400 ? 'request_invalid' : 'graph_error';
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
  if (code === 'request_invalid') {
    return { detail: 'The cursor is no longer valid; start again with the first page.' };
  }
  const waits = code === 'throttled' || code === 'graph_unavailable';
  return waits && retryAfter !== undefined ? { retryAfter } : {};
}

/**
 * Text decides: a tenant without SharePoint gets 400 BadRequest "Tenant does not have a SPO license", a user without a
 * license 403 accessDenied, and both codes have many other causes. In another language the second one stays
 * access_denied; for the first see `withFewerOptions` in files.ts, which needs no text.
 */
function lacksLicense(status: number, { message }: GraphError): boolean {
  return (status === 400 || status === 403) && /mysite|licen[sc]e|not provisioned/i.test(message);
}

/**
 * Tells whether Graph may have refused only the form of the request: an order, a selection or a page size that this
 * drive does not support. Graph has several codes for it (invalidRequest, notSupported, BadRequest,
 * invalidQueryOption), and each has other causes as well.
 */
export function mayRefuseOptions(error: unknown): boolean {
  const answer = answerOf(error);
  if (!isProblem(error) || answer === undefined) return false;
  if (answer.codes.includes('notsupported')) return true;
  // Other problems have a cause that no other form of the request would lift.
  if (error.code !== 'graph_error' && error.code !== 'graph_unavailable') return false;
  return answer.status === 400 || answer.status === 422 || answer.status === 501;
}

/** Tells whether Graph answered with this code, at any level of the error. @param code in lower case */
export function hasGraphCode(error: unknown, code: string): boolean {
  return answerOf(error)?.codes.includes(code) ?? false;
}

/** The status and the codes, in lower case, that `graphAnswer` has kept. */
function answerOf(error: unknown): { status: number; codes: readonly string[] } | undefined {
  if (!isProblem(error) || !(error.cause instanceof ServiceAnswer)) return undefined;
  const { service, status, error: codes } = error.cause.facts;
  if (service !== 'graph' || typeof status !== 'number') return undefined;
  return { status, codes: typeof codes === 'string' ? codes.toLowerCase().split(' ') : [] };
}

/** Status, codes and request id for the log; Graph's text can contain names. */
export function graphAnswer(status: number, codes: readonly string[] = [], requestId = ''): ServiceAnswer {
  const named = codes.filter((code) => /^[\w.-]{1,64}$/.test(code)).slice(0, MAX_LOGGED_CODES);
  return new ServiceAnswer({
    service: 'graph',
    status,
    error: named.length === 0 ? undefined : named.join(' '),
    requestId: /^[\w-]{1,64}$/.test(requestId) ? requestId : undefined,
  });
}
