import { randomUUID } from 'node:crypto';

/**
 * The Entra ID errors that an add-in can get. Numbers, `error` and `suberror` come from "Microsoft Entra authentication
 * and authorization error codes"; the texts are written for the sandbox.
 */
interface ErrorRow {
  readonly error: string;
  readonly status: number;
  readonly text: string;
  readonly suberror?: string;
  /** The response includes a claims challenge. */
  readonly challenge?: true;
}

const grant = (text: string, suberror?: string): ErrorRow => ({
  error: 'invalid_grant',
  status: 400,
  text,
  ...(suberror ? { suberror } : {}),
});
const interaction = (text: string, suberror = 'basic_action'): ErrorRow => ({
  error: 'interaction_required',
  status: 400,
  text,
  suberror,
  challenge: true,
});
const request = (text: string, error = 'invalid_request'): ErrorRow => ({ error, status: 400, text });
const client = (text: string): ErrorRow => ({ error: 'invalid_client', status: 401, text });

const rows: Record<number, ErrorRow> = {
  16000: {
    ...interaction('Several accounts are signed in; the user must choose one.'),
    error: 'interaction_required',
  },
  28000: request('The scopes belong to more than one resource.', 'invalid_request'),
  50011: request('The redirect URI is not in the app registration.'),
  50013: grant('The assertion is invalid: its signature or format is wrong.'),
  50014: grant("The guest's invitation is pending."),
  50020: grant('The account does not exist in this tenant.'),
  50034: grant('The account does not exist.'),
  50058: { error: 'login_required', status: 400, text: 'The request is silent, but no user is signed in.' },
  50076: interaction('A policy requires multifactor authentication for this resource.'),
  50079: interaction('The user must register for multifactor authentication.'),
  50105: grant('The user is not assigned to a role of this application.'),
  50158: interaction("The user must satisfy another provider's challenge."),
  50177: grant('An external challenge is not supported for users of another organization.'),
  50178: grant('Session control is not supported for users of another organization.'),
  50173: grant('The grant was revoked; the user must sign in again.', 'bad_token'),
  50196: grant('The client repeats the same request in a loop.'),
  53000: interaction('The device does not comply with the policy.'),
  53001: interaction('The device does not belong to the organization.'),
  53002: interaction('The application is not approved.'),
  53003: {
    error: 'access_denied',
    status: 400,
    text: 'A conditional access policy blocks access.',
    suberror: 'message_only',
    challenge: true,
  },
  54005: grant('The authorization code was already redeemed.'),
  65001: grant('The user or an administrator has not consented to the application.', 'consent_required'),
  65004: { error: 'access_denied', status: 400, text: 'The user declined consent.' },
  70000: grant('The code or refresh token is unknown.'),
  70003: request('The grant type is not supported.', 'unsupported_grant_type'),
  70008: grant('The code or refresh token has expired.'),
  70011: request('The scope is not valid.', 'invalid_scope'),
  90002: request('The tenant was not found.'),
  90014: request('The request lacks a required parameter, or its value is not supported.'),
  90033: { error: 'temporarily_unavailable', status: 503, text: 'A transient error; try again later.' },
  90055: { error: 'temporarily_unavailable', status: 429, text: 'Too many requests.' },
  90093: grant('An administrator must consent: the application requests more than a user can grant.'),
  90094: grant('An administrator must consent to the application.'),
  160021: {
    ...grant('The session that the application requests does not exist.'),
    error: 'interaction_required',
  },
  500014: request('The service principal of the resource is disabled in the tenant.', 'invalid_resource'),
  500212: grant("The outbound policy of the user's organization blocks this tenant."),
  500213: grant("The tenant's cross-tenant access policy blocks this user."),
  500571: grant("The guest's account is disabled."),
  501051: grant('The user is not assigned to a role of the application.'),
  500131: grant('The audience of the assertion is not this application.'),
  500133: grant('The assertion is not within its valid time range: it has expired.'),
  501481: grant('The code verifier does not match the code challenge.'),
  650053: request('The application requests a permission that the resource does not have.', 'invalid_scope'),
  700016: {
    error: 'unauthorized_client',
    status: 400,
    text: 'The application was not found in the directory.',
  },
  700021: client('The client assertion belongs to an application other than client_id.'),
  700023: client('The audience of the client assertion is not this token endpoint.'),
  700024: client('The client assertion is not within its valid time range.'),
  700027: client('The signature or content of the client assertion is invalid.'),
  700211: client("No federated credential of the registration matches the assertion's issuer."),
  700212: client("No federated credential of the registration matches the assertion's audience."),
  700213: client("No federated credential of the registration matches the assertion's subject."),
  1000502: client('The certificate is not within its valid time range.'),
  900144: request('The request body lacks a required parameter.'),
  7000215: client('The client secret is wrong.'),
  7000218: client('The request body must contain client_assertion or client_secret.'),
  7000222: client('The client secret has expired.'),
  9002325: request('A code challenge is required for cross-origin redemption of the code.'),
  9002326: request(
    'Cross-origin redemption is allowed only from the origin of a registered single-page application.',
  ),
  9002327: request('Tokens of a single-page application can be redeemed only by cross-origin requests.'),
};

const unknownRow: ErrorRow = grant('The sandbox has no description for this error.');

export interface AadstsOverrides {
  readonly error?: string | undefined;
  readonly suberror?: string | undefined;
  /** Default: a list with the number. With an empty list, only the description contains the number. */
  readonly errorCodes?: readonly (number | string)[] | undefined;
  /** Claims challenge, as JSON text or as an object. */
  readonly claims?: string | Readonly<Record<string, unknown>> | undefined;
  /** The client's `client-request-id`. */
  readonly correlationId?: string | undefined;
  /** Appended to the description, such as the name of a scope. */
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

/** The challenge for a policy: `capolids` contains the id of the policy. */
const defaultChallenge = {
  access_token: { capolids: { essential: true, values: ['0f57c8a1-52a3-4a04-9d3e-6d1c2a7b9e10'] } },
};

/** Returns status and body of an error response. */
export function aadsts(
  code: number,
  entraOrigin: string,
  overrides: AadstsOverrides = {},
): { status: number; body: AadstsBody } {
  const row = rows[code] ?? unknownRow;
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = randomUUID();
  const requestedId = overrides.correlationId ?? '';
  const correlationId = GUID.test(requestedId) ? requestedId : randomUUID();
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
