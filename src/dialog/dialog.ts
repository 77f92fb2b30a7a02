/**
 * The page inside the Office dialog. On the web it never leaves this address: the provider's
 * Cross-Origin-Opener-Policy would cut it off from the pane for good. There a click opens the sign-in in a window
 * of its own, and the answer comes back through bridge.html. On the desktop the dialog itself goes there.
 */
import type { DialogMessage } from '../contract/dialogMessage.ts';
import { readDialogAsk } from '../contract/dialogMessage.ts';
import { readPageSettings } from '../contract/pageSettings.ts';
import './dialog.css';
import type { MsalClient } from './msalClient.ts';
import { createMsalClient } from './msalClient.ts';
import { signInProblem, type MsalError } from './signInProblem.ts';
import { dialogStrings } from './strings.ts';

type Page = ReturnType<typeof page>;

function page(locale: string) {
  const strings = dialogStrings(locale);
  document.documentElement.lang = strings.language;
  document.documentElement.dir = strings.language === 'ar' ? 'rtl' : 'ltr';
  document.title = strings.title;
  const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
  const [go, cancel] = [element<HTMLButtonElement>('go'), element<HTMLButtonElement>('cancel')];
  element('title').textContent = strings.title;
  go.textContent = strings.signIn;
  cancel.textContent = strings.cancel;
  const say = (text: string) => (element('say').textContent = text);
  return { strings, go, cancel, say };
}

/** To the add-in's own origin and nobody else: this page can be opened by anyone. */
function send(message: DialogMessage): void {
  Office.context.ui.messageParent(JSON.stringify(message), { targetOrigin: location.origin });
}

function fail(error: unknown): void {
  send({ ok: false, ...signInProblem(error as MsalError) });
}

function offerPopup({ strings, go, cancel, say }: Page, msal: MsalClient): void {
  say(strings.explain);
  go.hidden = false;
  cancel.hidden = false;
  go.focus();
  cancel.onclick = () => send({ ok: false, code: 'dialog_cancelled' });
  go.onclick = () => {
    say(strings.continueInWindow);
    msal.signInByPopup().then(
      (result) => {
        go.hidden = true;
        say(strings.working);
        send({ ok: true, token: result.accessToken });
      },
      (error: unknown) => {
        const { errorCode } = error as MsalError;
        if (errorCode === 'interaction_in_progress_cancelled') return; // A later click took over.
        if (errorCode === 'popup_window_error' || errorCode === 'empty_window_error')
          say(strings.allowPopups);
        else fail(error);
      },
    );
  };
}

async function start(): Promise<void> {
  const { host, platform } = await Office.onReady();
  Object.assign(history, window.keptHistory);
  const shown = page(Office.context?.displayLanguage ?? navigator.language);
  if (!host) {
    shown.say(shown.strings.outsideOffice);
    return;
  }
  const web = platform === Office.PlatformType.OfficeOnline;
  try {
    shown.say(shown.strings.working);
    // Before the click: a window has to be opened in the click itself.
    const msal = await createMsalClient(readPageSettings(document), readDialogAsk(location.search), web);
    if (web) return offerPopup(shown, msal);
    const result = await msal.signInByRedirect();
    if (result) send({ ok: true, token: result.accessToken });
  } catch (error) {
    fail(error);
  }
}

void start();
