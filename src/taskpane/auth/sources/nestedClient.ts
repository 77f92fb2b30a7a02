/** The only file of the pane that holds MSAL.js; it is loaded when nested app auth is asked for the first time. */
import { createNestablePublicClientApplication } from '@azure/msal-browser';
import { knownAuthorities } from '../../../contract/authority.ts';
import type { PageSettings } from '../../../contract/pageSettings.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Ask } from '../ask.ts';
import { tokenFrom, type Token } from '../token.ts';

export interface NestedClient {
  getToken(ask: Ask): Promise<Token>;
}

declare global {
  interface Window {
    /** Put there by Office's current office.js, or by TeamsJS. */
    nestedAppAuthBridge?: unknown;
  }
}

export async function createNestedClient(settings: PageSettings): Promise<NestedClient> {
  if (!window.nestedAppAuthBridge) throw new ProblemError('nested_unavailable', { detail: 'No bridge.' });
  const { clientId, authority } = settings;
  const msal = await createNestablePublicClientApplication({
    auth: { clientId, authority, knownAuthorities: knownAuthorities(authority) },
    // Never localStorage or sessionStorage: no token outlives the pane.
    cache: { cacheLocation: 'memoryStorage' },
  });
  return {
    async getToken(ask) {
      const request = {
        scopes: [settings.apiScope],
        ...(ask.claims === undefined ? {} : { claims: ask.claims }),
      };
      const result =
        ask.mode === 'silent'
          ? await msal.acquireTokenSilent({ ...request, forceRefresh: ask.fresh === true })
          : await msal.acquireTokenPopup({
              ...request,
              ...(ask.chooseAccount ? { prompt: 'select_account' } : {}),
            });
      if (!result.accessToken)
        throw new ProblemError('nested_failed', { detail: 'An answer without a token.' });
      return tokenFrom(result.accessToken);
    },
  };
}
