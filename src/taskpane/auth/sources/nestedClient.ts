/** Wraps MSAL.js. Loaded on the first use of nested app authentication. */
import { createNestablePublicClientApplication, PublicClientApplication } from '@azure/msal-browser';
import { knownAuthorities, type PageSettings } from '../../../contract/signIn.ts';
import { ProblemError } from '../../../contract/problem.ts';
import { tokenFrom, type Token, type TokenRequest } from '../token.ts';

export interface NestedClient {
  getToken(request: TokenRequest): Promise<Token>;
}

declare global {
  interface Window {
    /** Set by office.js or TeamsJS: immediately, or while MSAL.js awaits the hook. */
    nestedAppAuthBridge?: unknown;
    /** MSAL.js calls this hook before it looks for the bridge (NestedAppOperatingContext in msal-browser 5.29). */
    __initializeNestedAppAuth?: () => Promise<void>;
  }
}

/** Returns whether the host has to load its bridge first, which takes longer. */
export function hostLoadsBridge(): boolean {
  return typeof window.__initializeNestedAppAuth === 'function';
}

/**
 * Calls the host's hook once, then the bridge. MSAL.js has no time limit for either.
 * @throws ProblemError nested_unavailable if the host has no working bridge
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
    // MSAL.js calls this only if the bridge has responded. Otherwise it silently creates a client that opens pop-ups.
    (configuration, controller) => {
      nested = true;
      return new PublicClientApplication(configuration, controller);
    },
  );
  if (!nested) throw new ProblemError('nested_unavailable', { detail: 'The bridge does not respond.' });
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
        throw new ProblemError('nested_failed', { detail: 'The response has no token.' });
      return tokenFrom(result.accessToken);
    },
  };
}
