/**
 * The redirect page of the sign-in window: hands the answer to the dialog that opened the window and closes it.
 * It must not load office.js, which would close this window before it has said anything, and must not send COOP.
 */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  // The dialog is gone, or the page was opened by hand: nobody waits for the answer.
  document.getElementById('done')?.removeAttribute('hidden');
});
