import { API_SCOPE } from '../../contract/api.ts';
import { problemRow } from '../../contract/catalogue.ts';
import { explain } from '../../contract/explanations.ts';
import { PROBLEM_MEDIA_TYPE, type ProblemBody, type ProblemError } from '../../contract/problem.ts';

export interface ProblemResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;
}

/** Converts a problem to an HTTP response: RFC 9457 body, Retry-After, and WWW-Authenticate for 401 and 403. Pure. */
export function problemResponse(
  problem: ProblemError,
  correlationId: string,
  origin: string,
): ProblemResponse {
  const { code, facts } = problem;
  const status = facts.status ?? problemRow(code).status ?? 500;
  const { title } = explain(code);
  const authenticate = challengeOf(problem);
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' };
  if (authenticate !== undefined) headers['WWW-Authenticate'] = authenticate;
  if (facts.retryAfter !== undefined) headers['Retry-After'] = String(facts.retryAfter);
  const body = { type: `${origin}/errors#${code}`, title, status, code, ...facts, correlationId };
  return { status, headers, body };
}

/**
 * Returns the WWW-Authenticate challenge of a 401 or 403 (RFC 6750 3): without an error code if the request had no
 * token, `invalid_token` for an invalid token, `insufficient_scope` for a valid one without permission, and Microsoft's
 * `insufficient_claims` with the claims in base64. The description is the title of the explanation, which contains no
 * data of the request.
 */
function challengeOf({ code, facts }: ProblemError): string | undefined {
  const { status, origin } = problemRow(code);
  if (origin !== 'server' || (status !== 401 && status !== 403)) return undefined;
  if (code === 'token_missing') return 'Bearer realm="api"';
  const challenge = (error: string) =>
    `Bearer realm="api", error="${error}", error_description="${quotable(explain(code).title)}"`;
  if (code === 'claims_challenge') {
    const claims = Buffer.from(facts.claims ?? '', 'utf8').toString('base64');
    return `${challenge('insufficient_claims')}, claims="${claims}"`;
  }
  if (code === 'scope_missing') return `${challenge('insufficient_scope')}, scope="${API_SCOPE}"`;
  return challenge(status === 401 ? 'invalid_token' : 'insufficient_scope');
}

/** Removes characters that RFC 6750 3 forbids in a description: quotation marks, backslashes and non-ASCII. */
const quotable = (text: string) => text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');
