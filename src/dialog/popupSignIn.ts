import type { DialogMessage } from '../contract/dialogMessage.ts';
import { signInProblem, type MsalError } from './signInProblem.ts';
import type { DialogStrings } from './strings.ts';

/** What the page shows. The buttons stay visible, because MSAL.js never reports a closed sign-in window. */
export interface SignInView {
  readonly showStatus: (text: string) => void;
  /** Shows Sign in and Cancel. `needsClick`: the sign-in can't continue without a click. */
  readonly showButtons: (needsClick: boolean) => void;
  readonly hideButtons: () => void;
}

export interface PopupSignInOptions {
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
