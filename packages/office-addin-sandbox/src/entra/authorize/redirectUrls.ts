import { aadsts } from '../aadsts.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';

/** Returns the redirect URI with the parameters in its query or fragment. */
function redirectUrl(request: AuthorizeRequest, parameters: Readonly<Record<string, string>>): string {
  const all = { ...parameters, ...(request.state === undefined ? {} : { state: request.state }) };
  const text = new URLSearchParams(all).toString();
  return `${request.redirectUri}${request.responseMode === 'fragment' ? '#' : '?'}${text}`;
}

export function codeUrl(
  request: AuthorizeRequest,
  code: string,
  clientInfo: string,
  sessionState: string,
): string {
  return redirectUrl(request, { code, client_info: clientInfo, session_state: sessionState });
}

/** @param code AADSTS number */
export function errorUrl(
  request: AuthorizeRequest,
  code: number,
  entraOrigin: string,
  overrides: { error?: string; detail?: string } = {},
): string {
  const { correlationId } = request;
  const { body } = aadsts(code, entraOrigin, { correlationId, ...overrides });
  return redirectUrl(request, {
    error: body.error,
    error_description: body.error_description,
    error_uri: body.error_uri,
    ...(body.suberror ? { suberror: body.suberror } : {}),
  });
}

/** Entra ID has no number for Cancel; `error_subcode` distinguishes it from declined consent. */
export function cancelUrl(request: AuthorizeRequest): string {
  return redirectUrl(request, {
    error: 'access_denied',
    error_subcode: 'cancel',
    error_description: 'The user canceled the sign-in.',
  });
}
