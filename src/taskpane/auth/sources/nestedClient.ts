/** Wraps MSAL.js. Loaded on the first use of nested app authentication. */
import { createNestablePublicClientApplication, PublicClientApplication } from '@azure/msal-browser';
import { knownAuthorities, entraRefusal } from '../../../contract/entra.ts';
import type { PageSettings } from '../../../contract/signIn.ts';
import { ProblemError, isProblem } from '../../../contract/problem.ts';
import { tokenFrom, type Token, type TokenRequest } from '../token.ts';
import { createFrameClient, readOfficeAccount, type OfficeAuthContext } from './frameClient.ts';
import type { ProblemCode } from '../../../contract/catalogue.ts';

export interface NestedClient {
  /** `bridge`: Office signs the user in. `frame`: MSAL.js does, in a hidden frame or a window. */
  readonly kind: 'bridge' | 'frame';
  /** @param signal aborted when nobody needs the answer any more */
  readonly getToken: (request: TokenRequest, signal: AbortSignal) => Promise<Token>;
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

/** A hidden frame needs less than a second. MSAL.js waits ten by default, as long as the source itself. */
const FRAME_LIMIT_MS = 8_000;
/** Multifactor sign-in by text message or phone call can take minutes; MSAL's default is one minute. */
const POPUP_LIMIT_MS = 600_000;

/**
 * Calls the host's hook once, then the bridge. MSAL.js has no time limit for either.
 * @param web Office on the web, where hidden frames work without a bridge; undefined on other platforms
 * @throws ProblemError nested_unavailable if the host has no working bridge and is not Office on the web
 */
export async function createNestedClient(
  settings: PageSettings,
  web?: OfficeAuthContext,
): Promise<NestedClient> {
  try {
    const { kind, getToken } = await createClient(settings, web);
    const fail = (error: unknown) => Promise.reject(nestedProblem(error));
    return { kind, getToken: (request, signal) => getToken(request, signal).catch(fail) };
  } catch (error) {
    throw nestedProblem(error);
  }
}

async function createClient(settings: PageSettings, web?: OfficeAuthContext): Promise<NestedClient> {
  const { clientId, authority } = settings;
  let nested = false;
  const msal = await createNestablePublicClientApplication(
    {
      auth: {
        clientId,
        authority,
        knownAuthorities: knownAuthorities(authority),
        // Of hidden frames and windows. A bridge needs none.
        redirectUri: `${window.location.origin}/bridge.html`,
        // The client handles claims challenges (continuous access evaluation).
        clientCapabilities: ['CP1'],
      },
      // Never localStorage or sessionStorage: no token outlives the pane.
      cache: { cacheLocation: 'memoryStorage' },
      system: { iframeBridgeTimeout: FRAME_LIMIT_MS, popupBridgeTimeout: POPUP_LIMIT_MS },
    },
    undefined,
    // MSAL.js calls this only if the bridge has responded. Otherwise it silently creates a client that opens pop-ups.
    (configuration, controller) => {
      nested = true;
      return new PublicClientApplication(configuration, controller);
    },
  );
  if (!nested) {
    if (!web) throw new ProblemError('nested_unavailable', { detail: 'The bridge does not respond.' });
    return createFrameClient({ msal, settings, readAccount: () => readOfficeAccount(web, authority) });
  }
  return {
    kind: 'bridge',
    async getToken({ mode, claims, fresh, chooseAccount }) {
      const request = {
        scopes: [settings.apiScope],
        ...(claims === undefined ? {} : { claims }),
      };
      const result =
        mode === 'silent'
          ? // With claims, the cached token is the one that the server has just rejected.
            await msal.acquireTokenSilent({
              ...request,
              forceRefresh: fresh === true || claims !== undefined,
            })
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

/** By MSAL error code, because MSAL's class names don't survive minification. */
const codes: Record<string, ProblemCode> = {
  user_canceled: 'nested_cancelled',
  user_cancelled: 'nested_cancelled',
  no_network_connectivity: 'nested_no_network',
  nested_app_auth_bridge_disabled: 'nested_unavailable',
  timed_out: 'nested_timeout',
  access_denied: 'nested_cancelled',
  // Codes of the bridge, which MSAL.js passes on.
  NESTED_APP_AUTH_UNAVAILABLE: 'nested_unavailable',
  DISABLED: 'nested_unavailable',
};

/** Returns the problem for an error from MSAL.js. */
export function nestedProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const { name, errorCode, errorMessage, errorNo } = (error ?? {}) as Partial<Record<string, unknown>>;
  const msalCode = typeof errorCode === 'string' ? errorCode : 'no error code';
  const interaction = name === 'InteractionRequiredAuthError';
  const refused = entraRefusal({ errorCode, errorMessage, errorNo });
  const code = refused ?? codes[msalCode] ?? (interaction ? 'nested_interaction_required' : 'nested_failed');
  return new ProblemError(code, { detail: `MSAL.js: ${msalCode}.` }, { cause: error });
}
