import { z } from 'zod';
import { ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { UpstreamError } from '../httpClient/httpClient.ts';
import { meaningOf } from './aadsts.ts';

type Application = Pick<Config, 'authority' | 'clientId' | 'scopes' | 'addinOrigin'>;

/** A response of the token endpoint without a token. */
interface EntraErrorResponse {
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
        adminConsentUrl: adminConsentUrl(context.tid, config),
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

/**
 * Returns the v2.0 URL for tenant-wide consent, which names the scopes (Microsoft's page "Grant tenant-wide admin
 * consent"). Entra ID then redirects to the add-in's consent.html, which must be a registered redirect URI.
 */
function adminConsentUrl(
  tenantId: string,
  { authority, clientId, scopes, addinOrigin }: Application,
): string {
  const url = new URL(`${authority.origin}/${tenantId}/v2.0/adminconsent`);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('scope', [...SIGN_IN_SCOPES, ...scopes].join(' '));
  url.searchParams.set('redirect_uri', `${addinOrigin}/consent.html`);
  // Every server decodes %20 as a space; some do not decode a plus sign.
  return url.href.replaceAll('+', '%20');
}

/** A claims challenge has a few hundred characters; it is passed on in headers and URLs. */
const MAX_CLAIMS_LENGTH = 4_096;

/**
 * Reads a claims challenge from a response member, which is either JSON text (returned unchanged) or an object.
 * @returns plain JSON text; undefined for anything but a JSON object of reasonable size
 */
function readClaims(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  if (typeof text !== 'string' || text.length > MAX_CLAIMS_LENGTH) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject && Object.keys(parsed).length > 0 ? text : undefined;
  } catch {
    return undefined; // Not JSON, so not a challenge.
  }
}

/**
 * Reads the claims from Graph's WWW-Authenticate header with `error="insufficient_claims"` (continuous access evaluation;
 * Microsoft's page "Claims challenges, claims requests and client capabilities").
 * @returns plain JSON text; undefined if the header is not such a challenge
 */
export function readClaimsChallenge(header: string | undefined): string | undefined {
  if (!header || !/\berror="?insufficient_claims"?/i.test(header)) return undefined;
  const encoded = /\bclaims="([^"]*)"/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  return readClaims(Buffer.from(encoded, 'base64').toString('utf8'));
}
