/**
 * The page inside the Office dialog. On the web it never leaves this address: the provider's
 * Cross-Origin-Opener-Policy would cut it off from the pane for good. There the sign-in opens in another window, at
 * once where the browser allows it, and the answer comes back through bridge.html. Elsewhere the dialog itself
 * goes to the provider at once.
 */
import type { DialogMessage } from '../contract/dialogMessage.ts';
import { readDialogRequest } from '../contract/dialogMessage.ts';
import { readPageSettings } from '../contract/pageSettings.ts';
import './dialog.css';
import { createMsalClient, type MsalClient } from './msalClient.ts';
import { startPopupSignIn } from './popupSignIn.ts';
import { signInProblem, type MsalError } from './signInProblem.ts';
import { dialogStrings } from './strings.ts';

/** Office answers at once or never; then the page was opened outside of it. */
const OFFICE_LIMIT_MS = 15_000;

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

function signInByPopup({ strings, go, cancel, say }: Page, msal: MsalClient): void {
  const show = (shown: boolean) => {
    go.hidden = !shown;
    cancel.hidden = !shown;
  };
  cancel.onclick = () => send({ ok: false, code: 'dialog_cancelled' });
  go.onclick = startPopupSignIn({
    strings,
    view: {
      say,
      showButtons(attention) {
        show(true);
        if (attention) go.focus();
      },
      hideButtons: () => show(false),
    },
    signIn: () => msal.signInByPopup(),
    send,
  });
}

/** Without a host where office.js is missing or does not answer: then there is no pane to tell. */
async function officeReady(): Promise<{ host?: unknown; platform?: unknown }> {
  if (typeof Office === 'undefined') return {};
  const silence = new Promise<object>((resolve) => setTimeout(() => resolve({}), OFFICE_LIMIT_MS));
  return Promise.race([Office.onReady(), silence]);
}

async function start(): Promise<void> {
  const { host, platform } = await officeReady();
  Object.assign(history, window.keptHistory);
  const locale = host ? Office.context.displayLanguage : '';
  const shown = page(locale || navigator.language);
  if (!host) {
    shown.say(shown.strings.outsideOffice);
    return;
  }
  const web = platform === Office.PlatformType.OfficeOnline;
  try {
    shown.say(shown.strings.working);
    // Before any click: a window has to be opened in the click itself.
    const msal = await createMsalClient(readPageSettings(document), readDialogRequest(location.search), web);
    if (web) return signInByPopup(shown, msal);
    const result = await msal.signInByRedirect();
    if (result) send({ ok: true, token: result.accessToken });
  } catch (error) {
    fail(error);
  }
}

void start();
