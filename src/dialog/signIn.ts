import { PublicClientApplication, type AuthenticationResult, type PopupRequest } from '@azure/msal-browser';
import { aadstsNumber, entraRefusal, knownAuthorities, signInScopes } from '../contract/entra.ts';
import type { DialogMessage, DialogRequest, PageSettings } from '../contract/signIn.ts';
import type { ProblemCode } from '../contract/catalogue.ts';
import type { DialogStrings } from './strings.ts';

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
  const { clientId, authority } = settings;
  const msal = new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: knownAuthorities(authority),
      redirectUri: `${location.origin}${isWeb ? '/bridge.html' : '/dialog.html'}`,
      // The client handles claims challenges (continuous access evaluation).
      clientCapabilities: ['CP1'],
    },
    // Only the redirect has to survive a navigation, and only in this window.
    cache: { cacheLocation: isWeb ? 'memoryStorage' : 'sessionStorage' },
    system: { popupBridgeTimeout: POPUP_TIME_LIMIT_MS },
  });
  await msal.initialize();
  const request: PopupRequest = {
    ...signInScopes(settings),
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

/** What the page shows. The buttons stay visible, because MSAL.js never reports a closed sign-in window. */
interface SignInView {
  readonly showStatus: (text: string) => void;
  /** Shows Sign in and Cancel. `needsClick`: the sign-in can't continue without a click. */
  readonly showButtons: (needsClick: boolean) => void;
  readonly hideButtons: () => void;
}

interface PopupSignInOptions {
  readonly strings: DialogStrings;
  readonly view: SignInView;
  /** Opens the sign-in window before it awaits anything, so that the browser counts the click. */
  readonly signIn: () => Promise<{ readonly accessToken: string }>;
  readonly send: (message: DialogMessage) => void;
}

/** MSAL.js codes for a window that the browser blocked. */
const blockedCodes = new Set(['popup_window_error', 'empty_window_error']);

/**
 * Signs in through a separate window. Call it as soon as the page is ready: if the browser allows the window, the
 * identity provider's page opens without a click. Otherwise the page explains why it needs one.
 * @returns the click handler of the Sign in button
 */
export function startPopupSignIn({ strings, view, signIn, send }: PopupSignInOptions): () => void {
  const attempt = (byClick: boolean): void => {
    view.showStatus(strings.continueInWindow);
    view.showButtons(false);
    signIn().then(
      ({ accessToken }) => {
        view.hideButtons();
        view.showStatus(strings.working);
        send({ ok: true, token: accessToken });
      },
      (error: unknown) => {
        const { errorCode = '' } = (error ?? {}) as MsalError;
        if (errorCode === 'interaction_in_progress_cancelled') return; // A later click took over.
        if (blockedCodes.has(errorCode)) {
          view.showStatus(byClick ? strings.allowPopups : strings.clickNeeded);
          view.showButtons(true);
        } else send({ ok: false, ...signInProblem(error ?? {}) });
      },
    );
  };
  attempt(false);
  return () => attempt(true);
}

/** The members of an MSAL.js error. Its class names don't survive minification. */
export interface MsalError {
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly subError?: string;
  readonly errorNo?: string | number;
}

/**
 * Returns the problem to report when the sign-in ended without a token. Entra ID answers `access_denied` both to Cancel
 * (`error_subcode=cancel`) and to declined consent (AADSTS65004).
 */
export function signInProblem(error: MsalError): { code: ProblemCode; detail: string } {
  const { errorCode = 'no error code', subError = '' } = error;
  const number = aadstsNumber(error);
  const detail = `MSAL.js: ${[errorCode, subError, number && `AADSTS${number}`].filter(Boolean).join(', ')}.`;
  return { code: entraRefusal(error) ?? codeOf(errorCode), detail };
}

function codeOf(errorCode: string): ProblemCode {
  switch (errorCode) {
    case 'access_denied':
    case 'user_cancelled':
    case 'user_canceled':
      return 'dialog_cancelled';
    case 'timed_out':
    case 'redirect_bridge_timeout':
      return 'dialog_timeout';
    case 'no_network_connectivity':
    case 'post_request_failed':
    case 'get_request_failed':
    case 'endpoints_resolution_error':
      return 'network_unreachable';
    default:
      return 'dialog_failed';
  }
}

/** Reads what `dialogUrl` wrote. In its own file, because the pane does not need it. */
export function readDialogRequest(search: string): DialogRequest {
  const query = new URLSearchParams(search);
  const claims = query.get('claims');
  const language = query.get('lang');
  return {
    ...(claims === null ? {} : { claims }),
    chooseAccount: query.get('choose') === '1',
    ...(language === null ? {} : { language }),
  };
}
