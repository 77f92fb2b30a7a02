import { z } from 'zod';
import { ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { UpstreamError } from '../httpClient/upstreamError.ts';
import { meaningOf } from './aadsts.ts';
import { adminConsentUrl } from './adminConsentUrl.ts';
import { readClaims } from './claims.ts';

type Application = Pick<Config, 'authority' | 'clientId' | 'scopes' | 'addinOrigin'>;

/** A response of the token endpoint without a token. */
export interface EntraErrorResponse {
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** Parsed JSON; undefined if the body was not JSON. */
  readonly body: unknown;
}

/** The tenant and the claims of the exchange. */
export interface ExchangeContext {
  readonly tid: string;
  /** Claims in the request: Graph's challenge. */
  readonly claims?: string;
}

const errorBody = z.looseObject({
  error: z.string(),
  suberror: z.string().catch(''),
  error_codes: z.array(z.unknown()).catch([]),
  error_description: z.string().catch(''),
  trace_id: z.string().max(64).optional().catch(undefined),
  claims: z.unknown().optional(),
});
type ErrorBody = z.output<typeof errorBody>;

/**
 * Maps an error response of Entra ID to a problem. Pure. Numbers take precedence over words, because Entra ID uses
 * `invalid_grant` for many different errors, and reports the same error with and without `suberror`.
 */
export function entraProblem(
  response: EntraErrorResponse,
  context: ExchangeContext,
  config: Application,
): ProblemError {
  const { status, retryAfter } = response;
  const body = errorBody.safeParse(response.body).data;
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
  const wait = retryAfter === undefined ? {} : { retryAfter };

  if (status === 429) return problem('throttled', wait);
  if (status >= 500) return problem('entra_unavailable', wait);
  if (!body || status < 400) return problem('entra_error');

  const claims = readClaims(body.claims) ?? context.claims;
  const detail = number === undefined ? {} : { detail: `AADSTS${number}` };
  const meaning = meaningOf(numbers, body.suberror, body.error, claims !== undefined) ?? 'entra_error';
  switch (meaning) {
    case 'interaction':
      if (claims) return problem('claims_challenge', { claims, ...detail });
      // Without claims, an interactive sign-in that also requests the Graph scopes shows the user the page that Entra ID
      // requires. The pane starts one for missing consent.
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
      return problem(meaning, wait);
    case 'server_misconfigured':
      return problem(meaning); // No detail: only the log names the wrong credential.
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

/** Returns the AADSTS numbers of a response, from `error_codes` or otherwise from the description. */
function numbersOf({ error_codes: list, error_description: text }: ErrorBody): number[] {
  const listed = list.flatMap((code) => /^(?:AADSTS)?(\d{4,8})$/i.exec(String(code))?.[1] ?? []);
  const found = listed.length > 0 ? listed : (/\bAADSTS(\d{4,8})\b/.exec(text)?.slice(1) ?? []);
  return found.map(Number);
}

/** Returns OAuth error words for the log; drops anything else, which a proxy may have written. */
function word(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w-]{1,64}$/.test(text) ? text : undefined;
}

/** Scopes that the sign-in dialog requests in addition to Graph's. Without them, users would still be asked for consent. */
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
