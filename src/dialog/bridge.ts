/**
 * The redirect page of the sign-in window: passes the response to the dialog that opened the window, then closes it.
 * It must not load office.js, which would close the window too early, and must not send a Cross-Origin-Opener-Policy.
 */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  // The dialog was closed, or the page was opened directly: there is nothing to pass on.
  document.getElementById('done')?.removeAttribute('hidden');
});
