import { PublicClientApplication, type AuthenticationResult, type PopupRequest } from '@azure/msal-browser';
import { knownAuthorities } from '../contract/authority.ts';
import type { DialogRequest } from '../contract/dialogMessage.ts';
import type { PageSettings } from '../contract/pageSettings.ts';

/** Multifactor sign-in by text message or phone call can take minutes; MSAL's default is one minute. */
const POPUP_TIME_LIMIT_MS = 600_000;

export interface MsalClient {
  /** On the web: in a separate window, so that the identity provider's COOP doesn't cut off the dialog. */
  signInByPopup(): Promise<AuthenticationResult>;
  /** On other platforms: in this window. Null: the window is about to go to the identity provider. */
  signInByRedirect(): Promise<AuthenticationResult | null>;
}

/** Whether the address contains the provider's authorization response (RFC 6749, section 4.1.2). */
export function isAuthorizationResponse({ hash, search }: Pick<Location, 'hash' | 'search'>): boolean {
  const members = [hash.slice(1), search.slice(1)].map((text) => new URLSearchParams(text));
  return members.some((response) => response.has('state') && (response.has('code') || response.has('error')));
}

/** @param isWeb Office on the web or new Outlook, where a dialog is a browser window */
export async function createMsalClient(
  settings: PageSettings,
  { claims, chooseAccount }: DialogRequest,
  isWeb: boolean,
): Promise<MsalClient> {
  const { clientId, authority, apiScope, graphScopes } = settings;
  const msal = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: knownAuthorities(authority),
      redirectUri: `${location.origin}${isWeb ? '/bridge.html' : '/dialog.html'}`,
    },
    // Only the redirect has to survive a navigation, and only in this window.
    cache: { cacheLocation: isWeb ? 'memoryStorage' : 'sessionStorage' },
    system: { popupBridgeTimeout: POPUP_TIME_LIMIT_MS },
  });
  await msal.initialize();
  const request: PopupRequest = {
    scopes: [apiScope],
    // Requested together, so that the server's on-behalf-of exchange finds consent.
    extraScopesToConsent: [...graphScopes],
    ...(claims === undefined ? {} : { claims }),
    ...(chooseAccount ? { prompt: 'select_account' } : {}),
  };
  return {
    // MSAL.js never reports a closed sign-in window, so the next click has to take over.
    signInByPopup: () => msal.acquireTokenPopup({ ...request, overrideInteractionInProgress: true }),
    async signInByRedirect() {
      // Before MSAL.js removes the response from the address.
      const hasResponse = isAuthorizationResponse(location);
      const result = await msal.handleRedirectPromise({ navigateToLoginRequestUrl: false });
      // The stored request is gone (storage was cleared): redirecting again would loop.
      if (!result && hasResponse) throw Object.assign(new Error(), { errorCode: 'no_request_for_answer' });
      if (!result) await msal.acquireTokenRedirect(request);
      return result;
    },
  };
}
