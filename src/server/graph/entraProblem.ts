import { z } from 'zod';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { ProblemError, type ProblemFacts } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { UpstreamError } from '../httpClient/httpClient.ts';

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

/** Problem codes that follow directly from an error code of Entra ID. */
type RefusalCode = Extract<
  ProblemCode,
  | 'policy_blocked'
  | 'consent_required'
  | 'admin_consent_required'
  | 'consent_declined'
  | 'scope_invalid'
  | 'access_denied'
  | 'tenant_not_allowed'
  | 'token_invalid'
  | 'assertion_expired'
  | 'throttled'
  | 'entra_unavailable'
  | 'entra_error'
  | 'server_misconfigured'
>;

/**
 * What an error response to the on-behalf-of exchange means:
 * - `interaction`: the user must do something at the sign-in page; the claims name it
 * - `fresh-token`: the session or the token is too old; a new token helps
 * - `device`: satisfying the claims may help; without claims, nothing the user does on this device would
 * - any other value: the problem code
 */
type Meaning = 'interaction' | 'fresh-token' | 'device' | RefusalCode;

/**
 * All numbers from Microsoft's page "Microsoft Entra authentication and authorization error codes" (April 2024, read in
 * November 2026), and some seen only in responses and support articles, grouped by who must act. Many belong to sign-in
 * pages and rarely come from the token endpoint; they are included so that no number leads to wrong advice.
 */
const numbersByMeaning: Partial<Record<Meaning, readonly number[]>> = {
  // The user, at the sign-in page: another account or session, credentials, a second factor, a confirmation.
  interaction: [
    16001, 16002, 160021, 50015, 50055, 50056, 50058, 50064, 50072, 50074, 50076, 50078, 50079, 50085, 50097,
    50125, 50126, 50129, 50135, 50136, 50139, 50140, 50143, 50144, 50158, 50168, 50180, 50192, 50197, 50199,
    51006, 70016, 70018, 70019, 700020, 81004, 81005, 81006, 81007, 81009, 81010, 81011, 81012, 90119, 90120,
    120000, 120002, 120003, 120004, 120005, 120008, 120011, 120012, 120013, 120014, 120015, 120016, 120018,
    120020, 120021, 130004, 130005, 130006, 135010, 1000000, 1000002, 9002341,
  ],
  // No one: the grant or session behind the token has ended.
  'fresh-token': [
    50089, 50132, 50133, 50173, 54005, 70000, 70008, 70043, 70044, 90086, 140000, 140001, 700082, 700084,
  ],
  // The user, with another device or application.
  device: [
    50005, 50127, 50131, 50155, 50187, 53000, 53001, 53002, 53003, 53009, 130007, 130008, 135011, 220450,
    221000, 700003,
  ],
  // The administrator: a policy blocks the user, and another sign-in would not help.
  policy_blocked: [
    50161, 50170, 50177, 50178, 53004, 53010, 53011, 54000, 80012, 500212, 500213, 530031, 530032, 530034,
    530035, 1000104,
  ],
  // The administrator: accounts, assignments, disabled services, federation and directories of the organization.
  access_denied: [
    17003, 20001, 20012, 20033, 40008, 40009, 40015, 50008, 50014, 50017, 50029, 50034, 50042, 50043, 50053,
    50057, 50105, 50107, 50120, 50124, 51000, 51004, 80001, 80007, 80010, 80013, 90081, 90082, 90085, 90087,
    90123, 240001, 500014, 500571, 501051, 501241, 650051, 650052, 1000031, 5000819,
  ],
  tenant_not_allowed: [
    16000, 16003, 50002, 50020, 90038, 90072, 90084, 500021, 500022, 500208, 900382, 900432, 9002332,
  ],
  consent_required: [52004, 65001, 90008],
  admin_consent_required: [90093, 90094, 90095, 90099, 650056, 900941, 900981],
  consent_declined: [65004],
  // The developer: SCOPE.
  scope_invalid: [28002, 28003, 50001, 70011, 500011, 650053, 650054, 650057, 700022, 901002],
  // The token from Office is invalid (not just expired).
  token_invalid: [50006, 50013, 50027, 50099, 90016, 240002, 900384],
  assertion_expired: [500133],
  throttled: [50088, 50166, 50196, 90055],
  entra_unavailable: [
    40010, 50000, 50033, 50087, 51005, 70012, 80002, 80005, 80014, 90006, 90012, 90024, 90033, 90090, 90091,
    230109, 501621,
  ],
  // Microsoft support: neither user, administrator nor developer can change it.
  entra_error: [50007, 50086, 50134, 90010, 90036, 90092, 165004, 165900, 220501],
  // The developer: credential, app registration, redirect and reply URLs, AUTHORITY, malformed requests.
  server_misconfigured: [
    28000, 50003, 50010, 50011, 50012, 50032, 50048, 50049, 50050, 50059, 50061, 50068, 50070, 50071, 50128,
    50146, 50147, 50169, 50194, 51001, 65002, 65005, 67003, 70001, 70002, 70003, 70004, 70005, 70007, 70021,
    75001, 75003, 75005, 75008, 75011, 75016, 76021, 76026, 90002, 90004, 90005, 90007, 90009, 90013, 90014,
    90015, 90019, 90020, 90022, 90023, 90027, 90043, 90051, 90056, 90100, 90101, 90102, 90107, 90114, 90117,
    90121, 90124, 90125, 90126, 90130, 100007, 500131, 501461, 501481, 501491, 700005, 700011, 700016, 700021,
    700023, 700024, 700025, 700027, 700030, 700054, 700211, 700212, 700213, 700229, 750054, 900144, 900236,
    900561, 900971, 1000502, 7000112, 7000113, 7000114, 7000214, 7000215, 7000218, 7000222, 7000229, 7500514,
    7500529, 9001023, 9002313, 9002325, 9002326, 9002327,
  ],
};

const byNumber = new Map<number, Meaning>(
  Object.entries(numbersByMeaning).flatMap(([meaning, numbers]) =>
    numbers.map((number) => [number, meaning as Meaning] as const),
  ),
);

/** Entra ID's `suberror`, more precise than `error`. Source: MSAL's InteractionRequiredAuthErrorCodes, and responses. */
const bySuberror: Readonly<Record<string, Meaning>> = {
  basic_action: 'interaction',
  additional_action: 'interaction',
  user_password_expired: 'interaction',
  consent_required: 'consent_required',
  bad_token: 'fresh-token',
  token_expired: 'fresh-token',
  message_only: 'device',
  device_authentication_failed: 'device',
  protection_policy_required: 'device',
  protection_policies_required: 'device',
  client_mismatch: 'server_misconfigured',
};

/** Unambiguous values of `error` in OAuth (RFC 6749 4.1.2.1 and 5.2, RFC 8707) and OpenID Connect. */
const byError: Readonly<Record<string, Meaning>> = {
  interaction_required: 'interaction',
  login_required: 'interaction',
  account_selection_required: 'interaction',
  consent_required: 'consent_required',
  access_denied: 'access_denied',
  invalid_client: 'server_misconfigured',
  unsupported_grant_type: 'server_misconfigured',
  invalid_scope: 'scope_invalid',
  temporarily_unavailable: 'entra_unavailable',
  server_error: 'entra_unavailable',
  slow_down: 'throttled',
};

/** Values of `error` that Entra ID uses for several causes: used only as a last resort. */
const byVagueError: Readonly<Record<string, Meaning>> = {
  // "Try a new request to the authorize endpoint": only the sign-in page can tell what is wrong.
  invalid_grant: 'interaction',
  // "The resource hasn't been configured in the tenant."
  invalid_resource: 'access_denied',
  invalid_target: 'scope_invalid',
  unauthorized_client: 'server_misconfigured',
  invalid_request: 'server_misconfigured',
};

/**
 * Returns what an error response means, or undefined if neither its numbers nor its words are known.
 * @param numbers AADSTS numbers of one response, the most important first
 */
function meaningOf(
  numbers: readonly number[],
  suberror: string,
  error: string,
  hasClaims: boolean,
): Meaning | undefined {
  // Blocked by conditional access, and the sign-in page would only show a message.
  if (numbers[0] === 53003 && suberror === 'message_only') return 'policy_blocked';
  const listed = firstOf(numbers, (number) => byNumber.get(number));
  if (listed) return listed;
  const precise = own(bySuberror, suberror);
  if (precise) return precise;
  const certain = own(byError, error);
  if (certain) return certain;
  if (hasClaims) return 'interaction';
  return firstOf(numbers, meaningOfFamily) ?? own(byVagueError, error);
}

/** Entra ID refines numbers by appending digits: 500571 is a case of 50057, 501051 of 50105. */
function meaningOfFamily(number: number): Meaning | undefined {
  // All numbers of this form concern the application itself.
  if (Math.floor(number / 1000) === 7000) return 'server_misconfigured';
  const digits = String(number);
  return digits.length > 5 ? byNumber.get(Number(digits.slice(0, 5))) : undefined;
}

function firstOf<T>(numbers: readonly number[], find: (number: number) => T | undefined): T | undefined {
  for (const number of numbers) {
    const found = find(number);
    if (found !== undefined) return found;
  }
  return undefined;
}

const own = (words: Readonly<Record<string, Meaning>>, word: string) =>
  Object.hasOwn(words, word) ? words[word] : undefined;
