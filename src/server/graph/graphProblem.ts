import type { ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import { UpstreamError } from '../httpClient/httpClient.ts';
import { readClaimsChallenge } from './entraProblem.ts';

/** A response of Graph that is not 2xx. */
export interface GraphErrorResponse {
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  readonly authenticate: string | undefined;
  /** Graph's id of the request, which Microsoft support asks for. */
  readonly requestId?: string | undefined;
  /** Parsed JSON; undefined if the body was not JSON. */
  readonly body: unknown;
}

/** An error response as passed to a feature, which knows what the error means for its request. */
export interface GraphFailure extends GraphError {
  readonly status: number;
  /** The default problem: by the most precise known code, otherwise by the status. */
  readonly usual: ProblemCode | undefined;
}

/** Returns the problem for an error response to this request; undefined for the default problem. */
export type ExplainFailure = (
  failure: GraphFailure,
) => { readonly code: ProblemCode; readonly detail?: string } | undefined;

const MAX_LOGGED_CODES = 4;

/** Why Graph rejects a token. */
export type Rejection =
  | { readonly kind: 'claims'; readonly claims: string }
  | { readonly kind: 'audience' }
  | { readonly kind: 'token' };

/** Returns why Graph rejects the token, from a 401, or a 403 with a claims challenge. */
export function rejectionOf({
  authenticate,
  body,
}: Pick<GraphErrorResponse, 'authenticate' | 'body'>): Rejection {
  const claims = readClaimsChallenge(authenticate);
  if (claims !== undefined) return { kind: 'claims', claims };
  // Depends on the text: Graph returns InvalidAuthenticationToken for every problem with a token.
  return /\baudience\b/i.test(readGraphError(body).message) ? { kind: 'audience' } : { kind: 'token' };
}

/**
 * Problems by Graph's error codes, in lower case. Codes take precedence over the status, on which services behind Graph
 * disagree. Ambiguous codes, such as `invalidRequest`, are missing: for them, the status decides.
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
 * Returns the problem for an error response of Graph (other than a 401): from the feature's `explain`, or by the most
 * precise known code, or by the status.
 */
export function graphProblem(response: GraphErrorResponse, explain?: ExplainFailure): ProblemError {
  const { status, retryAfter, requestId, body } = response;
  const error = readGraphError(body);
  const precise = error.codes.map(meaningOf).findLast((meaning) => meaning !== undefined);
  const usual = precise ?? meaningOfStatus(status);
  const { code, ...detail } = explain?.({ ...error, status, usual }) ?? { code: withoutContext(usual) };
  const cause = graphUpstreamError(status, error.codes, requestId);
  return new ProblemError(code, { ...detail, ...factsOf(code, retryAfter) }, { cause });
}

/** Some problems apply only to certain requests, whose feature returns them from `explain`. */
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

/** Returns whether Graph responded with this code, at any level of the error. @param code in lower case */
export function hasGraphCode(error: unknown, code: string): boolean {
  return graphErrorOf(error)?.codes.includes(code) ?? false;
}

/** Returns the status and the codes, in lower case, of the Graph response that caused a problem. */
export function graphErrorOf(error: unknown): { status: number; codes: readonly string[] } | undefined {
  if (!isProblem(error) || !(error.cause instanceof UpstreamError)) return undefined;
  const { service, status, error: codes } = error.cause.facts;
  if (service !== 'graph' || typeof status !== 'number') return undefined;
  return { status, codes: typeof codes === 'string' ? codes.toLowerCase().split(' ') : [] };
}

/** Returns status, codes and request id for the log, but not Graph's text, which can contain names. */
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

interface GraphError {
  /**
   * All codes of the error, from general to precise: those of `details`, then `code`, then those of the nested
   * `innerError` objects.
   */
  readonly codes: readonly string[];
  /** Can change at any time and may be translated, so code depends on it only where Graph has no code. */
  readonly message: string;
}

/** Deeper nesting is not followed. */
const MAX_DEPTH = 8;

/** Reads an error body ("Microsoft Graph error responses and resource types"). */
function readGraphError(body: unknown): GraphError {
  const error = member(body, 'error');
  if (typeof error === 'string') return { codes: [error], message: '' };
  const details = member(error, 'details');
  const codes: unknown[] = Array.isArray(details) ? details.map((detail) => member(detail, 'code')) : [];
  let level: unknown = error;
  for (let depth = 0; depth < MAX_DEPTH && level !== undefined; depth += 1) {
    codes.push(member(level, 'code'));
    // Services behind Graph use innerError, innererror and InnerError.
    level = member(level, 'innererror');
  }
  const message = member(error, 'message');
  return {
    codes: codes.filter((code) => typeof code === 'string'),
    message: typeof message === 'string' ? message : '',
  };
}

/** Returns a member, ignoring case. @param name in lower case */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}
