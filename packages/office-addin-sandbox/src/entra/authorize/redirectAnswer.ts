import { aadsts } from '../aadsts.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';

/** Where the browser goes with the answer: the redirect URI with members in the query or in the fragment. */
function answerUrl(request: AuthorizeRequest, members: Readonly<Record<string, string>>): string {
  const all = { ...members, ...(request.state === undefined ? {} : { state: request.state }) };
  const text = new URLSearchParams(all).toString();
  return `${request.redirectUri}${request.responseMode === 'fragment' ? '#' : '?'}${text}`;
}

export function codeUrl(
  request: AuthorizeRequest,
  code: string,
  clientInfo: string,
  sessionState: string,
): string {
  return answerUrl(request, { code, client_info: clientInfo, session_state: sessionState });
}

/** @param code number of Entra ID's error. @param error in place of the usual `error` member. */
export function errorUrl(
  request: AuthorizeRequest,
  code: number,
  entraOrigin: string,
  overrides: { error?: string; detail?: string } = {},
): string {
  const { correlationId } = request;
  const { body } = aadsts(code, entraOrigin, { correlationId, ...overrides });
  return answerUrl(request, {
    error: body.error,
    error_description: body.error_description,
    error_uri: body.error_uri,
    ...(body.suberror ? { suberror: body.suberror } : {}),
  });
}

/** Cancel has no number of its own in Entra ID; `error_subcode` tells it from declined consent. */
export function cancelUrl(request: AuthorizeRequest): string {
  return answerUrl(request, {
    error: 'access_denied',
    error_subcode: 'cancel',
    error_description: 'The user cancelled the sign-in.',
  });
}
