import type { TextParameters } from '../../http/parameters.ts';
import { isTenantSegment } from '../../people.ts';
import { SANDBOX_CLIENT_ID } from '../../registration.ts';
import type { Directory } from '../directory.ts';
import { readScopes } from '../scopes.ts';

/** A request for an authorization code that can be answered at its redirect URI. */
export interface AuthorizeRequest {
  readonly tenant: string;
  readonly redirectUri: string;
  readonly responseMode: 'fragment' | 'query';
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly scope: string;
  /** Permissions that the user is asked to consent to. */
  readonly permissions: readonly string[];
  readonly prompt: string | undefined;
  readonly loginHint: string | undefined;
  /** Claims request, plain JSON text. */
  readonly claims: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly correlationId: string | undefined;
}

export type ReadAuthorizeRequest =
  | { readonly request: AuthorizeRequest; readonly wrong: null }
  /** Something is wrong that the application may be told by redirect. */
  | { readonly request: AuthorizeRequest; readonly wrong: number; readonly detail: string }
  /** The application or its redirect URI is not known: only a page may say so (RFC 6749, section 4.1.2.1). */
  | { readonly request: null; readonly wrong: number; readonly detail: string };

/** Reads and checks; pure. */
export function readAuthorizeRequest(
  directory: Directory,
  tenant: string,
  query: TextParameters,
): ReadAuthorizeRequest {
  const redirectUri = query['redirect_uri'] ?? '';
  if (!isTenantSegment(tenant)) return { request: null, wrong: 90002, detail: `Tenant: '${tenant}'.` };
  if (query['client_id'] !== SANDBOX_CLIENT_ID) return { request: null, wrong: 700016, detail: '' };
  if (!directory.redirectUris.includes(redirectUri)) {
    return { request: null, wrong: 50011, detail: `Asked for: '${redirectUri}'.` };
  }
  const scopes = readScopes(query['scope'], directory.origins);
  const request: AuthorizeRequest = {
    tenant,
    redirectUri,
    responseMode: query['response_mode'] === 'fragment' ? 'fragment' : 'query',
    state: query['state'],
    nonce: query['nonce'],
    scope: scopes.asked.join(' '),
    permissions: scopes.permissions,
    prompt: query['prompt'],
    loginHint: query['login_hint'],
    claims: query['claims'],
    codeChallenge: query['code_challenge'],
    correlationId: query['client-request-id'],
  };
  const fault = faultOf(query, scopes.asked.length, scopes.unknown);
  return fault ? { request, ...fault } : { request, wrong: null };
}

function faultOf(
  query: TextParameters,
  scopeCount: number,
  unknown: readonly string[],
): { wrong: number; detail: string } | null {
  const { response_type: type, response_mode: mode, code_challenge_method: method } = query;
  if (type !== 'code') return { wrong: 90014, detail: "Only response_type 'code' is supported here." };
  if (mode !== undefined && mode !== 'fragment' && mode !== 'query') {
    return { wrong: 90014, detail: `response_mode '${mode}' is not supported here.` };
  }
  if (!query['code_challenge'] || method !== 'S256') return { wrong: 9002325, detail: 'Method: S256.' };
  if (scopeCount === 0) return { wrong: 900144, detail: "Member: 'scope'." };
  if (unknown.length > 0) return { wrong: 70011, detail: `Scope: '${unknown.join(' ')}'.` };
  return null;
}
