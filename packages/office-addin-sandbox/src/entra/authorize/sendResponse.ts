import type { Response } from 'express';
import { aadsts } from '../aadsts.ts';
import type { ProviderState } from '../providerState.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';
import { escapeHtml } from './pageTemplate.ts';
import { sendPage } from './sendPage.ts';

/** Parameters of the response to the application. */
export type ResponseParameters = Readonly<Record<string, string>>;

/** Sends the response to the redirect URI: in its query or fragment, or posted by a form (OAuth 2.0 Form Post Response Mode). */
export function sendResponse(
  res: Response,
  provider: ProviderState,
  request: AuthorizeRequest,
  parameters: ResponseParameters,
): void {
  const { redirectUri, responseMode, state } = request;
  const all = { ...parameters, ...(state === undefined ? {} : { state }) };
  if (responseMode !== 'form_post') {
    const text = new URLSearchParams(all).toString();
    res.redirect(`${redirectUri}${responseMode === 'fragment' ? '#' : '?'}${text}`);
    return;
  }
  const fields = Object.entries(all).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  sendPage(res, provider, {
    title: 'Continue to the add-in',
    content: `<form method="post" action="${escapeHtml(redirectUri)}">${fields.join('')}
<div class="row"><button data-testid="continue" class="main">Continue</button></div></form>`,
    automatic: 'continue',
  });
}

export function codeParameters(code: string, clientInfo: string, sessionState: string): ResponseParameters {
  return { code, client_info: clientInfo, session_state: sessionState };
}

/** @param code AADSTS number */
export function errorParameters(
  { correlationId }: AuthorizeRequest,
  code: number,
  entraOrigin: string,
  overrides: { error?: string; detail?: string } = {},
): ResponseParameters {
  const { body } = aadsts(code, entraOrigin, { correlationId, ...overrides });
  return {
    error: body.error,
    error_description: body.error_description,
    error_uri: body.error_uri,
    ...(body.suberror ? { suberror: body.suberror } : {}),
  };
}

/** Entra ID has no number for Cancel; `error_subcode` distinguishes it from declined consent. */
export const cancelParameters: ResponseParameters = {
  error: 'access_denied',
  error_subcode: 'cancel',
  error_description: 'The user canceled the sign-in.',
};
