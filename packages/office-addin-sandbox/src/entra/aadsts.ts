import { randomUUID } from 'node:crypto';

/**
 * Entra ID's numbered errors as far as an add-in can meet them. Numbers, `error` and `suberror` are Entra ID's
 * (Microsoft Entra authentication and authorization error codes; identity notes, section 3); the texts are ours.
 */
interface Row {
  readonly error: string;
  readonly status: number;
  readonly text: string;
  readonly suberror?: string;
  /** Comes with a claims challenge. */
  readonly challenge?: true;
}

const grant = (text: string, suberror?: string): Row => ({
  error: 'invalid_grant',
  status: 400,
  text,
  ...(suberror ? { suberror } : {}),
});
const interaction = (text: string, suberror = 'basic_action'): Row => ({
  error: 'interaction_required',
  status: 400,
  text,
  suberror,
  challenge: true,
});
const request = (text: string, error = 'invalid_request'): Row => ({ error, status: 400, text });
const client = (text: string): Row => ({ error: 'invalid_client', status: 401, text });

const rows: Record<number, Row> = {
  16000: {
    ...interaction('Several accounts are signed in; the user has to choose one.'),
    error: 'interaction_required',
  },
  28000: request('The scope names more than one resource.', 'invalid_request'),
  50011: request('The redirect URI is not one of those in the registration.'),
  50013: grant('The assertion cannot be used: its signature or form is wrong.'),
  50014: grant('The invitation of the guest is pending.'),
  50020: grant('The account does not exist in this tenant.'),
  50034: grant('The account does not exist.'),
  50058: { error: 'login_required', status: 400, text: 'Asked silently, but nobody is signed in.' },
  50076: interaction('A policy asks for multifactor authentication to reach this resource.'),
  50079: interaction('The user has to register for multifactor authentication.'),
  50105: grant('The user is not assigned to a role of this application.'),
  50158: interaction('A challenge of another provider has to be met.'),
  50177: grant('An external challenge is not supported for users of another organization.'),
  50178: grant('Session control is not supported for users of another organization.'),
  50173: grant('The grant was revoked; the user has to sign in again.', 'bad_token'),
  50196: grant('The client asks for the same thing again and again.'),
  53000: interaction('The device does not comply with the policy.'),
  53001: interaction('The device does not belong to the organization.'),
  53002: interaction('The application is not an approved one.'),
  53003: {
    error: 'access_denied',
    status: 400,
    text: 'A conditional access policy blocks this access.',
    suberror: 'message_only',
    challenge: true,
  },
  54005: grant('The authorization code was redeemed already.'),
  65001: grant('The user or an administrator has not consented to the application.', 'consent_required'),
  65004: { error: 'access_denied', status: 400, text: 'The user declined to consent.' },
  70000: grant('The code or refresh token is not known.'),
  70003: request('The grant type is not supported.', 'unsupported_grant_type'),
  70008: grant('The code or refresh token has expired.'),
  70011: request('The scope is not valid.', 'invalid_scope'),
  90002: request('The tenant was not found.'),
  90014: request('A required member is missing from the request.'),
  90033: { error: 'temporarily_unavailable', status: 503, text: 'A passing fault; try again later.' },
  90055: { error: 'temporarily_unavailable', status: 429, text: 'Too many requests.' },
  90093: grant('An administrator has to consent: the application asks for more than a user may grant.'),
  90094: grant('An administrator has to consent to the application.'),
  160021: {
    ...grant('The session that the application asks for does not exist.'),
    error: 'interaction_required',
  },
  500014: request('The service principal of the resource is disabled in the tenant.', 'invalid_resource'),
  500212: grant("The outbound policy of the user's organization forbids this tenant."),
  500213: grant("The tenant's cross-tenant access policy forbids this user."),
  500571: grant('The account of the guest is disabled.'),
  501051: grant('The user is not assigned to a role of the application.'),
  500131: grant('The audience of the assertion is not this application.'),
  500133: grant('The assertion is not within its time range: it has expired.'),
  501481: grant('The code verifier does not fit the code challenge.'),
  650053: request('The application asks for a permission that the resource does not have.', 'invalid_scope'),
  700016: {
    error: 'unauthorized_client',
    status: 400,
    text: 'The application was not found in the directory.',
  },
  700021: client('The client assertion is of another application than client_id says.'),
  700023: client('The audience of the client assertion is not this token endpoint.'),
  700024: client('The client assertion is not within its time range.'),
  700027: client("The client assertion's signature or content is not valid."),
  700211: client('No federated credential of the registration has the issuer of the assertion.'),
  700212: client('No federated credential of the registration has the audience of the assertion.'),
  700213: client('No federated credential of the registration has the subject of the assertion.'),
  1000502: client('The certificate is not within the time for which it was made.'),
  900144: request('The request body has to hold the member.'),
  7000215: client('The client secret is wrong.'),
  7000218: client('The request has to hold client_assertion or client_secret.'),
  7000222: client('The client secret has expired.'),
  9002325: request('A code challenge is required for cross-origin redemption of the code.'),
  9002326: request('Only the origin of a registered single-page application may redeem this across origins.'),
  9002327: request('Tokens for a single-page application are only redeemed by cross-origin requests.'),
};

const unknownRow: Row = grant('An error that this sandbox has no text for.');

export interface AadstsOverrides {
  readonly error?: string | undefined;
  readonly suberror?: string | undefined;
  /** In place of the list with the number; an empty list leaves the number to the text. */
  readonly errorCodes?: readonly (number | string)[] | undefined;
  /** Claims challenge, plain JSON text or the object. */
  readonly claims?: string | Readonly<Record<string, unknown>> | undefined;
  /** The caller's `client-request-id`. */
  readonly correlationId?: string | undefined;
  /** More for the text, such as the name of a scope. */
  readonly detail?: string;
}

export interface AadstsBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly (number | string)[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
  readonly claims?: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What Entra ID asks for when a policy wants more: an id of its own making. */
const defaultChallenge = {
  access_token: { capolids: { essential: true, values: ['0f57c8a1-52a3-4a04-9d3e-6d1c2a7b9e10'] } },
};

/** Status and body of a token endpoint's error answer. */
export function aadsts(
  code: number,
  entraOrigin: string,
  overrides: AadstsOverrides = {},
): { status: number; body: AadstsBody } {
  const row = rows[code] ?? unknownRow;
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = randomUUID();
  const asked = overrides.correlationId ?? '';
  const correlationId = GUID.test(asked) ? asked : randomUUID();
  const claims = overrides.claims ?? (row.challenge ? defaultChallenge : undefined);
  const suberror = overrides.suberror ?? row.suberror;
  const text = [`AADSTS${code}: ${row.text}`, overrides.detail].filter(Boolean).join(' ');
  return {
    status: row.status,
    body: {
      error: overrides.error ?? row.error,
      error_description: `${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: overrides.errorCodes ?? [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `${entraOrigin}/error?code=${code}`,
      ...(suberror ? { suberror } : {}),
      ...(claims === undefined
        ? {}
        : { claims: typeof claims === 'string' ? claims : JSON.stringify(claims) }),
    },
  };
}
