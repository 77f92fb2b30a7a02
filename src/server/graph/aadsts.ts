import type { ProblemCode } from '../../contract/catalogue.ts';

/** The problems that a refusal can stand for by itself. */
export type RefusalCode = Extract<
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
 * What a refusal of the on-behalf-of exchange means:
 * - `interaction`: the user has to do something at the sign-in page; the claims say what
 * - `fresh-token`: the session or the token is too old, a new one helps
 * - `device`: what the claims ask for may help; without claims nothing that the user does here would
 * - else the problem itself
 */
export type Meaning = 'interaction' | 'fresh-token' | 'device' | RefusalCode;

/** Source of the numbers: Microsoft's page "Microsoft Entra authentication and authorization error codes". */
const numbersByMeaning: Partial<Record<Meaning, readonly number[]>> = {
  interaction: [
    50014, 50055, 50058, 50072, 50074, 50076, 50078, 50079, 50097, 50129, 50140, 50144, 50158, 50199,
  ],
  'fresh-token': [50089, 50132, 50133, 50173, 70043, 70044, 700082, 700084],
  device: [50005, 50127, 50131, 53000, 53001, 53002, 53003, 53009],
  // Blocked whatever the user proves: sending them through another sign-in would only show the same wall.
  policy_blocked: [53004, 53010, 53011, 530032, 530034],
  consent_required: [65001],
  admin_consent_required: [90093, 90094, 90095, 900941, 900981],
  consent_declined: [65004],
  scope_invalid: [28002, 28003, 50001, 70011, 500011, 650053, 650057],
  access_denied: [50034, 50053, 50057, 50105],
  tenant_not_allowed: [50020, 90072, 500021],
  token_invalid: [50013],
  assertion_expired: [500133],
  throttled: [50196, 90055],
  entra_unavailable: [90024, 90033],
  server_misconfigured: [
    50012, 50194, 65005, 70021, 90002, 500131, 700016, 700021, 700023, 700024, 700027, 700211, 700212, 700213,
    7000112, 7000113, 7000214, 7000215, 7000218, 7000222, 7000229, 1000502,
  ],
};

const byNumber = new Map<number, Meaning>(
  Object.entries(numbersByMeaning).flatMap(([meaning, numbers]) =>
    numbers.map((number) => [number, meaning as Meaning] as const),
  ),
);

/** OAuth's own words, for numbers that are not in the table. `suberror` is the more precise of the two. */
const byWord: Readonly<Record<string, Meaning>> = {
  consent_required: 'consent_required',
  basic_action: 'interaction',
  additional_action: 'interaction',
  message_only: 'device',
  user_password_expired: 'interaction',
  bad_token: 'fresh-token',
  interaction_required: 'interaction',
  login_required: 'interaction',
  invalid_scope: 'scope_invalid',
  invalid_client: 'server_misconfigured',
  unauthorized_client: 'server_misconfigured',
  access_denied: 'access_denied',
  temporarily_unavailable: 'entra_unavailable',
};

/** Undefined: neither number nor word is known. */
export function meaningOf(number: number | undefined, suberror: string, error: string): Meaning | undefined {
  // Blocked by conditional access, and Entra ID itself says that there is only something to read.
  if (number === 53003 && suberror === 'message_only') return 'policy_blocked';
  const known = number === undefined ? undefined : byNumber.get(number);
  if (known) return known;
  // All numbers of this form complain about the application itself.
  if (number !== undefined && Math.floor(number / 1000) === 7000) return 'server_misconfigured';
  return own(suberror) ?? own(error);
}

const own = (word: string) => (Object.hasOwn(byWord, word) ? byWord[word] : undefined);
