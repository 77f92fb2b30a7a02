import type { TextParameters } from '../../http/parameters.ts';
import { isTenantSegment } from '../../users.ts';
import type { ProviderState } from '../providerState.ts';
import { permitsRedirect, type Registration } from '../registrations.ts';
import { readScopes } from '../scopes.ts';

const responseModes = ['fragment', 'query', 'form_post'] as const;
type ResponseMode = (typeof responseModes)[number];

/** The library that sends the request, as it names itself. */
export interface Client {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

export function clientOf(query: TextParameters): Client {
  return { name: query['x-client-SKU'], version: query['x-client-VER'] };
}

/** Returns whether the library reads the response from the address of its popup, which COOP would cut off: MSAL.js before 5. */
export function pollsWindow({ name, version }: Client): boolean {
  return name === 'msal.js.browser' && Number(version?.split('.')[0]) < 5;
}

/** A request for an authorization code with a registered redirect URI. */
export interface AuthorizeRequest {
  readonly tenant: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly scope: string;
  /** Permissions that the consent page lists. */
  readonly permissions: readonly string[];
  readonly prompt: string | undefined;
  readonly loginHint: string | undefined;
  /** Claims request, as JSON text. */
  readonly claims: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly correlationId: string | undefined;
  readonly client: Client;
}

export type ReadAuthorizeRequest =
  | { readonly request: AuthorizeRequest; readonly errorCode: null }
  /** An error that is reported by redirect. */
  | { readonly request: AuthorizeRequest; readonly errorCode: number; readonly detail: string }
  /** The application or redirect URI is unknown: show an error page, don't redirect (RFC 6749, section 4.1.2.1). */
  | { readonly request: null; readonly errorCode: number; readonly detail: string };

/** Parses and validates the request. Error codes are AADSTS numbers. */
export function readAuthorizeRequest(
  provider: ProviderState,
  tenant: string,
  query: TextParameters,
): ReadAuthorizeRequest {
  const redirectUri = query['redirect_uri'] ?? '';
  if (!isTenantSegment(tenant)) return { request: null, errorCode: 90002, detail: `Tenant: '${tenant}'.` };
  const registration = provider.registrations.find(query['client_id']);
  if (!registration) return { request: null, errorCode: 700016, detail: '' };
  if (!permitsRedirect(registration, redirectUri)) {
    return { request: null, errorCode: 50011, detail: `Redirect URI: '${redirectUri}'.` };
  }
  const scopes = readScopes(query['scope'], registration, provider.origins);
  const request: AuthorizeRequest = {
    tenant,
    clientId: registration.clientId,
    redirectUri,
    responseMode: responseModes.find((mode) => mode === query['response_mode']) ?? 'query',
    state: query['state'],
    nonce: query['nonce'],
    scope: scopes.requested.join(' '),
    permissions: scopes.permissions,
    prompt: query['prompt'],
    loginHint: query['login_hint'],
    claims: query['claims'],
    codeChallenge: query['code_challenge'],
    correlationId: query['client-request-id'],
    client: clientOf(query),
  };
  const error = validate(query, registration, scopes.requested.length, scopes.unknown);
  return error ? { request, ...error } : { request, errorCode: null };
}

function validate(
  query: TextParameters,
  registration: Registration,
  scopeCount: number,
  unknown: readonly string[],
): { errorCode: number; detail: string } | null {
  const { response_type: type, response_mode: mode, code_challenge_method: method } = query;
  if (type !== 'code') return { errorCode: 90014, detail: "The sandbox supports only response_type 'code'." };
  if (mode !== undefined && !responseModes.some((known) => known === mode)) {
    return { errorCode: 90014, detail: `The sandbox does not support response_mode '${mode}'.` };
  }
  const challenge = query['code_challenge'];
  // A server with a secret may do without; its redirect URIs are unknown here, so the token endpoint decides.
  if (challenge ? method !== 'S256' : registration.redirectUris) {
    return { errorCode: 9002325, detail: 'Method: S256.' };
  }
  if (scopeCount === 0) return { errorCode: 900144, detail: "Parameter: 'scope'." };
  if (unknown.length > 0) return { errorCode: 70011, detail: `Scope: '${unknown.join(' ')}'.` };
  return null;
}
