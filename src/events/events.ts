/**
 * Handles events of Outlook without the pane. On the web, in new Outlook and on Mac, events.html loads this file. Classic
 * Outlook on Windows runs it alone, in a runtime that has no DOM and understands ES2016: use no window, no document, and
 * no function newer than that. Nothing here can open a dialog, so there is no interactive sign-in.
 */
import { checkSender, insertSignature, type EventContext, stringsFor } from './handlers.ts';

/** The server fills these in, because the JavaScript runtime has no page to read settings from. */
const ORIGIN = '__ADDIN_ORIGIN__';
const FOR_MS_GRAPH_ACCESS: string = '__FOR_MS_GRAPH_ACCESS__';

declare const OfficeRuntime: { readonly auth: Office.Auth };

function context(): EventContext {
  // Older versions of classic Outlook have only OfficeRuntime in their event runtime.
  const auth =
    Office.auth && typeof Office.auth.getAccessToken === 'function' ? Office.auth : OfficeRuntime.auth;
  return {
    item: Office.context.mailbox.item as unknown as Office.MessageCompose,
    strings: stringsFor(Office.context.displayLanguage),
    getToken: () =>
      auth.getAccessToken({
        allowSignInPrompt: false,
        allowConsentPrompt: false,
        forMSGraphAccess: FOR_MS_GRAPH_ACCESS === 'true',
      }),
    getUser: (token) =>
      fetch(`${ORIGIN}/api/me`, { headers: { Authorization: `Bearer ${token}` } }).then((response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        return response.json() as Promise<unknown>;
      }),
  };
}

Office.actions.associate('onNewMessageCompose', (event: Office.MailboxEvent) => {
  void insertSignature(context).then(() => event.completed());
});
Office.actions.associate('onMessageSend', (event: Office.MailboxEvent) => {
  void checkSender(context).then((result) => event.completed(result));
});
