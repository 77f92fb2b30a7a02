import type { Pane } from './pane.ts';

/** Makes the Storage Access API tell that the browser blocks third-party cookies, in scenarios where it does. */
export function storageAccess(pane: Pane): void {
  const real = document.hasStorageAccess?.bind(document);
  document.hasStorageAccess = () =>
    pane.config.blocksCookies ? Promise.resolve(false) : (real?.() ?? Promise.resolve(true));
}
