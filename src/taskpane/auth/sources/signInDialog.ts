import { isProblemCode } from '../../../contract/catalogue.ts';
import { ProblemError } from '../../../contract/problem.ts';
import { dialogUrl, readDialogMessage } from '../../../contract/signIn.ts';
import { withTimeLimit } from '../../../contract/timeLimit.ts';
import { tokenFrom, type Token, type TokenRequest, type TokenSource } from '../token.ts';

/** Multifactor sign-in with a text message can take minutes. */
const TIME_LIMIT_MS = 600_000;

/** The part of Office that this source needs. */
interface OfficeUi {
  readonly context: { readonly ui: Pick<Office.UI, 'displayDialogAsync'> };
}

type MessageEvent = { message: string; origin: string | undefined } | { error: number };

interface SignInDialogOptions {
  readonly office: OfficeUi;
  /** Origin of the add-in. Messages from any other origin are ignored. */
  readonly origin: string;
  /** Returns the language of the pane (BCP 47), which the dialog uses too. */
  readonly language: () => string;
  /** Mounts the pane again: on 12011, office.js replaces the page's content. */
  readonly restorePane: () => void;
  readonly timeLimitMs?: number;
}

/** Signs in with MSAL.js in an Office dialog. */
export function signInDialog(options: SignInDialogOptions): TokenSource {
  const { office, origin, language, restorePane, timeLimitMs = TIME_LIMIT_MS } = options;
  return {
    id: 'dialog',
    available: () => typeof office.context.ui?.displayDialogAsync === 'function',
    async getToken(request: TokenRequest, signal: AbortSignal): Promise<Token> {
      if (request.mode === 'silent') throw new ProblemError('token_expired');
      const url = dialogUrl(origin, {
        ...(request.claims === undefined ? {} : { claims: request.claims }),
        ...(request.chooseAccount ? { chooseAccount: true } : {}),
        language: language(),
      });
      const session = openDialog(office, url, origin);
      try {
        const late = () => new ProblemError('dialog_timeout');
        return tokenFrom(await withTimeLimit(session.token, timeLimitMs, late, signal));
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'dialog_12011') restorePane();
        throw error;
      } finally {
        session.close();
      }
    },
  };
}

/** Call it synchronously in the click handler: after an await, WebKit blocks the window (12011). */
function openDialog(office: OfficeUi, url: string, origin: string) {
  let dialog: Office.Dialog | undefined;
  let closed = false;
  const token = new Promise<string>((resolve, reject) => {
    const options = { height: 60, width: 40, promptBeforeOpen: false };
    office.context.ui.displayDialogAsync(url, options, (result) => {
      if (result.status !== Office.AsyncResultStatus.Succeeded) {
        reject(dialogProblem(result.error.code));
        return;
      }
      dialog = result.value;
      if (closed) return closeQuietly(dialog);
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event: MessageEvent) => {
        if (!('message' in event)) return;
        // Before DialogOrigin 1.1, hosts send no origin, and office.js has checked it.
        if (event.origin !== undefined && event.origin !== origin) return;
        const message = readDialogMessage(event.message);
        if (message?.ok) resolve(message.token);
        else if (message) {
          reject(
            new ProblemError(message.code, message.detail === undefined ? {} : { detail: message.detail }),
          );
        }
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, (event: MessageEvent) => {
        if ('error' in event) reject(dialogProblem(event.error));
      });
    });
  });
  return {
    token,
    close() {
      closed = true;
      if (dialog) closeQuietly(dialog);
    },
  };
}

/** After 12006, office.js considers the dialog closed, and close() throws. */
function closeQuietly(dialog: Office.Dialog): void {
  try {
    dialog.close();
  } catch {
    // Already closed.
  }
}

function dialogProblem(number: number): ProblemError {
  const code = `dialog_${number}`;
  return new ProblemError(isProblemCode(code) ? code : 'dialog_unknown', {
    detail: `Office code ${number}.`,
  });
}
