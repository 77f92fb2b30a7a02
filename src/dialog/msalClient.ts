import { PublicClientApplication, type AuthenticationResult, type PopupRequest } from '@azure/msal-browser';
import { knownAuthorities } from '../contract/authority.ts';
import type { DialogRequest } from '../contract/dialogMessage.ts';
import type { PageSettings } from '../contract/pageSettings.ts';

/** A text message or a phone call takes its time; MSAL's own limit is one minute. */
const POPUP_TIME_LIMIT_MS = 600_000;

export interface MsalClient {
  /** On the web: in a window of its own, which the identity provider's COOP may cut off without harm. */
  signInByPopup(): Promise<AuthenticationResult>;
  /** Elsewhere: in this very window. Null: the way back has not come yet, and the window now leaves. */
  signInByRedirect(): Promise<AuthenticationResult | null>;
}

/** Whether the address holds the provider's answer to an authorization request (RFC 6749, section 4.1.2). */
export function isProviderAnswer({ hash, search }: Pick<Location, 'hash' | 'search'>): boolean {
  const members = [hash.slice(1), search.slice(1)].map((text) => new URLSearchParams(text));
  return members.some((answer) => answer.has('state') && (answer.has('code') || answer.has('error')));
}

/** @param web Office on the web or new Outlook, where dialogs are windows of the browser. */
export async function createMsalClient(
  settings: PageSettings,
  ask: DialogRequest,
  web: boolean,
): Promise<MsalClient> {
  const { clientId, authority, apiScope, graphScopes } = settings;
  const msal = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: knownAuthorities(authority),
      redirectUri: `${location.origin}${web ? '/bridge.html' : '/dialog.html'}`,
    },
    // On the web nothing has to survive a navigation; on the desktop the redirect does, in this window only.
    cache: { cacheLocation: web ? 'memoryStorage' : 'sessionStorage' },
    system: { popupBridgeTimeout: POPUP_TIME_LIMIT_MS },
  });
  await msal.initialize();
  const request: PopupRequest = {
    scopes: [apiScope],
    // Asked for together, so that the server's on-behalf-of exchange finds consent.
    extraScopesToConsent: [...graphScopes],
    ...(ask.claims === undefined ? {} : { claims: ask.claims }),
    ...(ask.chooseAccount ? { prompt: 'select_account' } : {}),
  };
  return {
    // A closed sign-in window is never reported: the next click takes over from it.
    signInByPopup: () => msal.acquireTokenPopup({ ...request, overrideInteractionInProgress: true }),
    async signInByRedirect() {
      // Read before MSAL.js takes it out of the address.
      const cameBack = isProviderAnswer(location);
      const result = await msal.handleRedirectPromise({ navigateToLoginRequestUrl: false });
      // The window has lost what it knew of its request (storage that was cleared): going there again would not end.
      if (!result && cameBack) throw Object.assign(new Error(), { errorCode: 'no_request_for_answer' });
      if (!result) await msal.acquireTokenRedirect(request);
      return result;
    },
  };
}
