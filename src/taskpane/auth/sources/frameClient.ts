import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { ProblemError } from '../../../contract/problem.ts';
import { signInScopes, sameCloud } from '../../../contract/entra.ts';
import type { PageSettings } from '../../../contract/signIn.ts';
import { tokenFrom, type Token, type TokenRequest } from '../token.ts';
import type { NestedClient } from './nestedClient.ts';
import { withTimeLimit } from '../../../contract/timeLimit.ts';

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

/** getAuthContext has no time limit. */
const TIME_LIMIT_MS = 3_000;

/** The account that the user is signed in to Office with. Office doesn't vouch for it: use it only to ask Entra ID. */
export type OfficeAccount = Pick<Office.AuthContext, 'userObjectId' | 'tenantId' | 'userPrincipalName'> & {
  readonly hint: string;
};

/** The part of Office that tells the account. Builds before NestedAppAuth 1.1 lack getAuthContext. */
export interface OfficeAuthContext {
  readonly auth?: { readonly getAuthContext?: () => Promise<Partial<Office.AuthContext> | undefined> };
}

/**
 * Returns the account of Office.
 * @param authority AUTHORITY, such as https://login.microsoftonline.com/common
 * @throws ProblemError nested_unavailable if Office does not name it in time, or if it belongs to another cloud
 */
export async function readOfficeAccount(
  { auth }: OfficeAuthContext,
  authority: string,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<OfficeAccount> {
  const context = await readContext(auth, timeLimitMs);
  const { userPrincipalName = '', loginHint, authorityBaseUrl } = context;
  const hint = loginHint || userPrincipalName;
  if (hint === '') throw unavailable('Office does not name the account.');
  // The server accepts only tokens of AUTHORITY's cloud.
  if (authorityBaseUrl !== undefined && !sameCloud(authority, authorityBaseUrl))
    throw unavailable('The account belongs to another cloud than AUTHORITY.');
  return {
    hint,
    userPrincipalName,
    userObjectId: context.userObjectId ?? '',
    tenantId: context.tenantId ?? '',
  };
}

async function readContext(
  auth: OfficeAuthContext['auth'],
  timeLimitMs: number,
): Promise<Partial<Office.AuthContext>> {
  if (!auth?.getAuthContext) throw unavailable('Office has no getAuthContext.');
  const late = () => unavailable('getAuthContext did not answer.');
  try {
    return (await withTimeLimit(auth.getAuthContext(), timeLimitMs, late)) ?? {};
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const { code } = (error ?? {}) as { code?: unknown };
    throw unavailable(`getAuthContext failed${typeof code === 'number' ? ` with code ${code}` : ''}.`);
  }
}

const unavailable = (detail: string) => new ProblemError('nested_unavailable', { detail });

/** The account of a sign-in, as MSAL.js describes it. */
interface SignedInAccount {
  readonly homeAccountId: string;
  readonly localAccountId: string;
  readonly username: string;
}

/** Returns whether MSAL.js signed in Office's account. A guest has another object id in the tenant of AUTHORITY. */
export function isSameAccount(office: OfficeAccount, account: SignedInAccount): boolean {
  const lower = (text: string) => text.toLowerCase();
  const { userObjectId, tenantId, userPrincipalName } = office;
  return (
    lower(account.homeAccountId) === lower(`${userObjectId}.${tenantId}`) ||
    (userObjectId !== '' && lower(account.localAccountId) === lower(userObjectId)) ||
    (userPrincipalName !== '' && lower(account.username) === lower(userPrincipalName))
  );
}
