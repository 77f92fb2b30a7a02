import { problemRow } from '../../contract/catalogue.ts';
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
  const row = problemRow(code);
  const status = row.status ?? 500;
  const authenticate = challengeOf(problem);
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' };
  if (authenticate !== undefined) headers['WWW-Authenticate'] = authenticate;
  if (facts.retryAfter !== undefined) headers['Retry-After'] = String(facts.retryAfter);
  const body = { type: `${origin}/errors#${code}`, title: row.title, status, code, ...facts, correlationId };
  return { status, headers, body };
}

/**
 * RFC 6750 3: no error code when no token came; `invalid_token` for a bad one, `insufficient_scope` for a good
 * one that may not do this. Microsoft's pages add `insufficient_claims` with the claims in base64.
 */
function challengeOf({ code, facts }: ProblemError): string | undefined {
  const { status, origin } = problemRow(code);
  if (origin !== 'server') return undefined;
  if (code === 'token_missing') return 'Bearer realm="api"';
  if (code === 'claims_challenge') {
    const claims = Buffer.from(facts.claims ?? '', 'utf8').toString('base64');
    return `Bearer realm="api", error="insufficient_claims", claims="${claims}"`;
  }
  if (code === 'scope_missing')
    return 'Bearer realm="api", error="insufficient_scope", scope="access_as_user"';
  if (code === 'tenant_not_allowed') return 'Bearer realm="api", error="insufficient_scope"';
  return status === 401 ? 'Bearer realm="api", error="invalid_token"' : undefined;
}
