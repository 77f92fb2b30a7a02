import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { ProblemError } from '../../../contract/problem.ts';
import { signInScopes } from '../../../contract/entra.ts';
import type { PageSettings } from '../../../contract/signIn.ts';
import { tokenFrom, type Token, type TokenRequest } from '../token.ts';
import type { NestedClient } from './nestedClient.ts';
import { isSameAccount, type OfficeAccount } from './officeAccount.ts';

/** The methods of MSAL.js that this client calls. */
export type Msal = Pick<
  IPublicClientApplication,
  'ssoSilent' | 'acquireTokenSilent' | 'acquireTokenPopup' | 'addEventCallback' | 'removeEventCallback'
>;

export interface FrameClientOptions {
  readonly msal: Msal;
  readonly settings: PageSettings;
  /** @throws ProblemError nested_unavailable */
  readonly readAccount: () => Promise<OfficeAccount>;
  /** Returns whether the browser hides the identity provider's session from frames. */
  readonly blocksCookies?: () => Promise<boolean>;
  /** Calls back when the user returns to the pane. Returns a function that stops it. */
  readonly onReturn?: (callback: () => void) => () => void;
}

/**
 * Nested app authentication in Office on the web, which has no bridge: MSAL.js requests tokens in a hidden frame, for
 * the account that Office names. Needs third-party cookies, because the identity provider has another site than Office.
 */
export function createFrameClient({
  msal,
  settings,
  readAccount,
  blocksCookies = browserBlocksCookies,
  onReturn = onWindowFocus,
}: FrameClientOptions): NestedClient {
  /** The account of the last sign-in. */
  let account: AccountInfo | undefined;
  let officeAccount: OfficeAccount | undefined;

  const requestWith = (claims: string | undefined) => ({
    scopes: [settings.apiScope],
    ...(claims === undefined ? {} : { claims }),
  });

  function accept(result: AuthenticationResult): Token {
    if (!result.accessToken)
      throw new ProblemError('nested_failed', { detail: 'The response has no token.' });
    ({ account } = result);
    return tokenFrom(result.accessToken);
  }

  async function readOfficeAccount(): Promise<OfficeAccount> {
    officeAccount ??= await readAccount();
    return officeAccount;
  }

  /** Uses the identity provider's session in this browser. */
  async function getBySession(claims: string | undefined): Promise<Token> {
    const office = account === undefined ? await readOfficeAccount() : undefined;
    if (await blocksCookies())
      throw new ProblemError('nested_unavailable', { detail: 'The browser blocks third-party cookies.' });
    const loginHint = account?.username ?? office?.hint ?? '';
    const result = await msal.ssoSilent({ ...requestWith(claims), loginHint });
    if (office && !isSameAccount(office, result.account))
      throw new ProblemError('nested_failed', {
        detail: 'The browser is signed in to another account than Office.',
      });
    return accept(result);
  }

  async function getSilently({ claims, fresh }: TokenRequest): Promise<Token> {
    if (!account) return getBySession(claims);
    // The cached token is the one that the server has just rejected.
    const forceRefresh = fresh === true || claims !== undefined;
    return accept(await msal.acquireTokenSilent({ ...requestWith(claims), account, forceRefresh }));
  }

  async function getByWindow({ claims, chooseAccount }: TokenRequest, signal: AbortSignal): Promise<Token> {
    // Known if a silent request came first. Waiting for Office here would cost the user's click.
    const hint = account?.username ?? officeAccount?.hint;
    const done = new AbortController();
    // In a frame of another site, browsers keep the response of the window from the pane. But the user is signed in then.
    const returned = chooseAccount ? never : afterReturn(() => getBySession(claims), [signal, done.signal]);
    const popup = msal.acquireTokenPopup({
      ...signInScopes(settings),
      ...(claims === undefined ? {} : { claims }),
      ...(chooseAccount ? { prompt: 'select_account' } : hint === undefined ? {} : { loginHint: hint }),
      // MSAL.js never reports a closed sign-in window, so the next click has to take over.
      overrideInteractionInProgress: true,
    });
    try {
      return await Promise.race([popup.then(accept), returned]);
    } finally {
      done.abort();
    }
  }

  /** Tries to get a token whenever the user returns from the sign-in window. Doesn't reject while that window is open. */
  function afterReturn(attempt: () => Promise<Token>, signals: readonly AbortSignal[]): Promise<Token> {
    let popup: Window | undefined;
    const events = msal.addEventCallback(({ payload }) => {
      const { popupWindow } = (payload ?? {}) as { popupWindow?: Window };
      popup = popupWindow ?? popup;
    });
    return new Promise((resolve, reject) => {
      const stop = onReturn(() => {
        attempt().then(resolve, () => {
          if (popup?.closed === true)
            reject(new ProblemError('nested_cancelled', { detail: 'The sign-in window was closed.' }));
        });
      });
      for (const signal of signals) {
        signal.addEventListener('abort', () => {
          stop();
          if (events !== null) msal.removeEventCallback(events);
        });
      }
    });
  }

  return {
    kind: 'frame',
    getToken: (request, signal) =>
      request.mode === 'silent' ? getSilently(request) : getByWindow(request, signal),
  };
}

const never = new Promise<never>(() => undefined);

/**
 * Browsers that block third-party cookies, or give each site its own, deny the pane access to its cookies too (Storage
 * Access API). Browsers without that API don't block them.
 */
async function browserBlocksCookies(): Promise<boolean> {
  try {
    return (await document.hasStorageAccess?.()) === false;
  } catch {
    return false;
  }
}

/** The browser gives the focus back to the pane when the sign-in window closes. */
function onWindowFocus(callback: () => void): () => void {
  window.addEventListener('focus', callback);
  return () => window.removeEventListener('focus', callback);
}
