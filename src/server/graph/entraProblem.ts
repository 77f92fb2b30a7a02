import { z } from 'zod';
import { ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { UpstreamError } from '../httpClient/upstreamError.ts';
import { meaningOf } from './aadsts.ts';
import { adminConsentUrl } from './adminConsentUrl.ts';
import { readClaims } from './claims.ts';

type Application = Pick<Config, 'authority' | 'clientId' | 'scopes' | 'addinOrigin'>;

/** An answer of the token endpoint that is not a token. */
export interface EntraErrorResponse {
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** Parsed JSON; undefined when it was none. */
  readonly body: unknown;
}

/** For whom and for what the exchange was asked. */
export interface ExchangeContext {
  readonly tid: string;
  /** Claims that were part of the request: Graph's challenge. */
  readonly claims?: string;
}

const refusalBody = z.looseObject({
  error: z.string(),
  suberror: z.string().catch(''),
  error_codes: z.array(z.unknown()).catch([]),
  error_description: z.string().catch(''),
  trace_id: z.string().max(64).optional().catch(undefined),
  claims: z.unknown().optional(),
});
type RefusalBody = z.output<typeof refusalBody>;

/**
 * What an answer of Entra ID means to the user: pure. Numbers come before words, because Entra ID says
 * `invalid_grant` for many different things, and says the same thing with and without `suberror`.
 */
export function entraProblem(
  refusal: EntraErrorResponse,
  context: ExchangeContext,
  config: Application,
): ProblemError {
  const { status, retryAfter } = refusal;
  const body = refusalBody.safeParse(refusal.body).data;
  const numbers = body ? numbersOf(body) : [];
  const [number] = numbers;
  const cause = new UpstreamError({
    service: 'entra',
    status,
    aadsts: number,
    error: word(body?.error),
    suberror: word(body?.suberror),
    traceId: body?.trace_id,
  });
  const problem = (code: ProblemError['code'], facts: ProblemFacts = {}) =>
    new ProblemError(code, facts, { cause });
  const later = retryAfter === undefined ? {} : { retryAfter };

  if (status === 429) return problem('throttled', later);
  if (status >= 500) return problem('entra_unavailable', later);
  if (!body || status < 400) return problem('entra_error');

  const claims = readClaims(body.claims) ?? context.claims;
  const detail = number === undefined ? {} : { detail: `AADSTS${number}` };
  const meaning = meaningOf(numbers, body.suberror, body.error, claims !== undefined) ?? 'entra_error';
  switch (meaning) {
    case 'interaction':
      if (claims) return problem('claims_challenge', { claims, ...detail });
      // No claims to hand on: an interactive sign-in that asks for the Graph scopes too brings the user before
      // the page that Entra ID wants them to see, and that is what the pane does about missing consent.
      return problem('consent_required', { scopes: config.scopes, ...detail });
    case 'fresh-token':
      return claims
        ? problem('claims_challenge', { claims, ...detail })
        : problem('assertion_expired', detail);
    case 'device':
      return claims ? problem('claims_challenge', { claims, ...detail }) : problem('policy_blocked', detail);
    case 'consent_required':
      return problem(meaning, { scopes: config.scopes, ...detail });
    case 'admin_consent_required':
      return problem(meaning, {
        scopes: config.scopes,
        adminConsentUrl: consentUrl(context.tid, config),
        ...detail,
      });
    case 'throttled':
    case 'entra_unavailable':
      return problem(meaning, later);
    case 'server_misconfigured':
      return problem(meaning); // Which credential is wrong is the log's business, not the client's.
    case 'policy_blocked':
    case 'consent_declined':
    case 'scope_invalid':
    case 'access_denied':
    case 'tenant_not_allowed':
    case 'token_invalid':
    case 'assertion_expired':
    case 'entra_error':
      return problem(meaning, detail);
  }
}

/** Returns the numbers of an answer, numeric or as text; answers without a list of them have one in their text. */
function numbersOf({ error_codes: list, error_description: text }: RefusalBody): number[] {
  const listed = list.flatMap((code) => /^(?:AADSTS)?(\d{4,8})$/i.exec(String(code))?.[1] ?? []);
  const found = listed.length > 0 ? listed : (/\bAADSTS(\d{4,8})\b/.exec(text)?.slice(1) ?? []);
  return found.map(Number);
}

/** OAuth's error words are plain; whatever else a proxy writes there stays out of the log. */
function word(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w-]{1,64}$/.test(text) ? text : undefined;
}

/** What the sign-in dialog asks beside Graph's scopes; without them users would be asked again for these. */
const SIGN_IN_SCOPES = ['openid', 'profile', 'offline_access'];

function consentUrl(tenantId: string, config: Application): string {
  const { authority, clientId, scopes, addinOrigin } = config;
  return adminConsentUrl({
    authorityOrigin: authority.origin,
    tenantId,
    clientId,
    scopes: [...SIGN_IN_SCOPES, ...scopes],
    addinOrigin,
  });
}
