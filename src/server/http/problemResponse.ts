import { API_SCOPE } from '../../contract/api.ts';
import { problemRow } from '../../contract/catalogue.ts';
import { explanations } from '../../contract/explanations.ts';
import { PROBLEM_MEDIA_TYPE, type ProblemBody, type ProblemError } from '../../contract/problem.ts';

export interface ProblemResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;
}

/** A problem as an HTTP answer: RFC 9457 body, Retry-After, and WWW-Authenticate for 401 and 403 of a token. Pure. */
export function problemResponse(
  problem: ProblemError,
  correlationId: string,
  origin: string,
): ProblemResponse {
  const { code, facts } = problem;
  const status = facts.status ?? problemRow(code).status ?? 500;
  const { title } = explanations[code];
  const authenticate = challengeOf(problem);
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' };
  if (authenticate !== undefined) headers['WWW-Authenticate'] = authenticate;
  if (facts.retryAfter !== undefined) headers['Retry-After'] = String(facts.retryAfter);
  const body = { type: `${origin}/errors#${code}`, title, status, code, ...facts, correlationId };
  return { status, headers, body };
}

/**
 * RFC 6750 3, on every 401 and 403: no error code when no token came; `invalid_token` for a bad one,
 * `insufficient_scope` for a good one that may not do this. Microsoft's pages add `insufficient_claims` with the
 * claims in base64. The description is the title of the explanation: the same for everybody.
 */
function challengeOf({ code, facts }: ProblemError): string | undefined {
  const { status, origin } = problemRow(code);
  if (origin !== 'server' || (status !== 401 && status !== 403)) return undefined;
  if (code === 'token_missing') return 'Bearer realm="api"';
  const described = (error: string) =>
    `Bearer realm="api", error="${error}", error_description="${describable(explanations[code].title)}"`;
  if (code === 'claims_challenge') {
    const claims = Buffer.from(facts.claims ?? '', 'utf8').toString('base64');
    return `${described('insufficient_claims')}, claims="${claims}"`;
  }
  if (code === 'scope_missing') return `${described('insufficient_scope')}, scope="${API_SCOPE}"`;
  return described(status === 401 ? 'invalid_token' : 'insufficient_scope');
}

/** What RFC 6750 3 lets stand in a description: neither quotation marks nor backslashes, and ASCII only. */
const describable = (text: string) => text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');
