import { PublicClientApplication, type AuthenticationResult, type PopupRequest } from '@azure/msal-browser';
import { knownAuthorities } from '../contract/authority.ts';
import type { DialogAsk } from '../contract/dialogMessage.ts';
import type { PageSettings } from '../contract/pageSettings.ts';

/** A text message or a phone call takes its time; MSAL's own limit is one minute. */
const POPUP_TIME_LIMIT_MS = 600_000;

export interface MsalClient {
  /** On the web: in a window of its own, which the identity provider's COOP may cut off without harm. */
  signInByPopup(): Promise<AuthenticationResult>;
  /** On the desktop: in this very window. Null: the way back has not come yet, and the window now leaves. */
  signInByRedirect(): Promise<AuthenticationResult | null>;
}

/** @param web Office on the web or new Outlook, where dialogs are windows of the browser. */
export async function createMsalClient(
  settings: PageSettings,
  ask: DialogAsk,
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
      const result = await msal.handleRedirectPromise({ navigateToLoginRequestUrl: false });
      if (!result) await msal.acquireTokenRedirect(request);
      return result;
    },
  };
}
