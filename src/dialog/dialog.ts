/**
 * The page in the Office dialog. On the web it never leaves this address, because the identity provider's
 * Cross-Origin-Opener-Policy would cut the dialog off from the pane. The sign-in opens in another window instead, at once
 * where the browser allows it, and the response comes back through bridge.html. On other platforms the dialog itself
 * goes to the identity provider.
 */
import {
  readDialogRequest,
  createMsalClient,
  signInProblem,
  startPopupSignIn,
  type MsalClient,
  type MsalError,
} from './signIn.ts';
import { readPageSettings, type DialogMessage } from '../contract/signIn.ts';
import './dialog.css';
import { dialogStrings } from './strings.ts';

/** If Office.onReady takes longer, the page was opened outside of Office. */
const OFFICE_LIMIT_MS = 15_000;
/** Session storage of the dialog: the redirect back from the identity provider has no query. */
const LANGUAGE_KEY = 'pane-language';

/** office.js, which runs next, sets these functions to null. MSAL.js needs them. */
const savedHistory = {
  pushState: history.pushState.bind(history),
  replaceState: history.replaceState.bind(history),
};

type Page = ReturnType<typeof showPage>;

function showPage(locale: string) {
  const strings = dialogStrings(locale);
  document.documentElement.lang = strings.language;
  document.documentElement.dir = strings.dir;
  document.title = strings.title;
  const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
  const signIn = element<HTMLButtonElement>('sign-in');
  const cancel = element<HTMLButtonElement>('cancel');
  element('title').textContent = strings.title;
  signIn.textContent = strings.signIn;
  cancel.textContent = strings.cancel;
  const showStatus = (text: string) => (element('status').textContent = text);
  return { strings, signIn, cancel, showStatus };
}

/** Sends only to the add-in's own origin, because any site can open this page. */
function send(message: DialogMessage): void {
  Office.context.ui.messageParent(JSON.stringify(message), { targetOrigin: location.origin });
}

function sendProblem(error: unknown): void {
  send({ ok: false, ...signInProblem(error as MsalError) });
}

function signInByPopup({ strings, signIn, cancel, showStatus }: Page, msal: MsalClient): void {
  const showButtons = (shown: boolean) => {
    signIn.hidden = !shown;
    cancel.hidden = !shown;
  };
  cancel.onclick = () => send({ ok: false, code: 'dialog_cancelled' });
  signIn.onclick = startPopupSignIn({
    strings,
    view: {
      showStatus,
      showButtons(needsClick) {
        showButtons(true);
        if (needsClick) signIn.focus();
      },
      hideButtons: () => showButtons(false),
    },
    signIn: () => msal.signInByPopup(),
    send,
  });
}

/** Resolves without a host if office.js is missing or doesn't respond: then there is no pane to report to. */
async function officeReady(): Promise<{ host?: unknown; platform?: unknown }> {
  if (typeof Office === 'undefined') return {};
  const timeout = new Promise<object>((resolve) => setTimeout(() => resolve({}), OFFICE_LIMIT_MS));
  return Promise.race([Office.onReady(), timeout]);
}

/** Returns the language of the pane, which is in the address of the dialog until it redirects. */
function paneLanguage(requested: string | undefined, redirects: boolean): string | null | undefined {
  if (!redirects) return requested;
  if (requested !== undefined) sessionStorage.setItem(LANGUAGE_KEY, requested);
  return requested ?? sessionStorage.getItem(LANGUAGE_KEY);
}

async function start(): Promise<void> {
  const { host, platform } = await officeReady();
  Object.assign(history, savedHistory);
  if (!host) {
    const page = showPage(navigator.language);
    page.showStatus(page.strings.outsideOffice);
    return;
  }
  const isWeb = platform === Office.PlatformType.OfficeOnline;
  const request = readDialogRequest(location.search);
  const language = paneLanguage(request.language, !isWeb) ?? Office.context.displayLanguage;
  const page = showPage(language || navigator.language);
  try {
    page.showStatus(page.strings.working);
    // Before any click, because the click itself has to open the window.
    const msal = await createMsalClient(readPageSettings(document), request, isWeb);
    if (isWeb) return signInByPopup(page, msal);
    const result = await msal.signInByRedirect();
    if (result) send({ ok: true, token: result.accessToken });
  } catch (error) {
    sendProblem(error);
  }
}

addEventListener('DOMContentLoaded', () => void start());
