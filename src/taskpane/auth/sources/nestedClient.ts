/** The only file of the pane that holds MSAL.js; it is loaded when nested app auth is asked for the first time. */
import { createNestablePublicClientApplication, PublicClientApplication } from '@azure/msal-browser';
import { knownAuthorities } from '../../../contract/authority.ts';
import type { PageSettings } from '../../../contract/pageSettings.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { TokenRequest } from '../tokenRequest.ts';
import { tokenFrom, type Token } from '../token.ts';

export interface NestedClient {
  getToken(request: TokenRequest): Promise<Token>;
}

declare global {
  interface Window {
    /** Office's current office.js or TeamsJS puts the bridge there: at once, or when MSAL.js has awaited the hook. */
    nestedAppAuthBridge?: unknown;
    /** MSAL.js calls it before it looks for the bridge (NestedAppOperatingContext in msal-browser 5.29). */
    __initializeNestedAppAuth?: () => Promise<void>;
  }
}

/** Whether the host has to load its bridge first, which takes longer than an answer of the bridge. */
export function hostLoadsBridge(): boolean {
  return typeof window.__initializeNestedAppAuth === 'function';
}

/**
 * Calls the host's hook, once, and then the bridge. Neither has a time limit in MSAL.js.
 * @throws ProblemError nested_unavailable when the host has no bridge that works.
 */
export async function createNestedClient(settings: PageSettings): Promise<NestedClient> {
  const { clientId, authority } = settings;
  let nested = false;
  const msal = await createNestablePublicClientApplication(
    {
      auth: { clientId, authority, knownAuthorities: knownAuthorities(authority) },
      // Never localStorage or sessionStorage: no token outlives the pane.
      cache: { cacheLocation: 'memoryStorage' },
    },
    undefined,
    // MSAL.js makes the client here only if the bridge has answered. Otherwise it quietly makes one that opens popups.
    (configuration, controller) => {
      nested = true;
      return new PublicClientApplication(configuration, controller);
    },
  );
  if (!nested) throw new ProblemError('nested_unavailable', { detail: 'No bridge that answers.' });
  return {
    async getToken({ mode, claims, fresh, chooseAccount }) {
      const request = {
        scopes: [settings.apiScope],
        ...(claims === undefined ? {} : { claims }),
      };
      const result =
        mode === 'silent'
          ? await msal.acquireTokenSilent({ ...request, forceRefresh: fresh === true })
          : await msal.acquireTokenPopup({
              ...request,
              ...(chooseAccount ? { prompt: 'select_account' } : {}),
            });
      if (!result.accessToken)
        throw new ProblemError('nested_failed', { detail: 'An answer without a token.' });
      return tokenFrom(result.accessToken);
    },
  };
}
