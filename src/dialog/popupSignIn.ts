import type { DialogMessage } from '../contract/dialogMessage.ts';
import { signInProblem, type MsalError } from './signInProblem.ts';
import type { DialogStrings } from './strings.ts';

/** What the sign-in shows. The button can always be chosen: a closed sign-in window is never reported. */
export interface SignInView {
  readonly say: (text: string) => void;
  /** Shows Sign in and Cancel; `attention`: nothing continues without a click. */
  readonly showButtons: (attention: boolean) => void;
  readonly hideButtons: () => void;
}

export interface PopupSignInParts {
  readonly strings: DialogStrings;
  readonly view: SignInView;
  /** Opens the sign-in window before it awaits anything, so that a click counts for it. */
  readonly signIn: () => Promise<{ readonly accessToken: string }>;
  readonly send: (message: DialogMessage) => void;
}

/** MSAL.js got no window from the browser. */
const blocked = new Set(['popup_window_error', 'empty_window_error']);

/**
 * Sign-in in a window of its own. Call it at once when the page is ready: where the user or a policy lets the
 * add-in open windows, the provider's page follows without a click. Elsewhere the page says why a click is needed.
 * @returns what the button Sign in does
 */
export function startPopupSignIn({ strings, view, signIn, send }: PopupSignInParts): () => void {
  const attempt = (byClick: boolean): void => {
    view.say(strings.continueInWindow);
    view.showButtons(false);
    signIn().then(
      ({ accessToken }) => {
        view.hideButtons();
        view.say(strings.working);
        send({ ok: true, token: accessToken });
      },
      (error: unknown) => {
        const { errorCode = '' } = (error ?? {}) as MsalError;
        if (errorCode === 'interaction_in_progress_cancelled') return; // A later click took over.
        if (blocked.has(errorCode)) {
          view.say(byClick ? strings.allowPopups : strings.clickNeeded);
          view.showButtons(true);
        } else send({ ok: false, ...signInProblem(error ?? {}) });
      },
    );
  };
  attempt(false);
  return () => attempt(true);
}
