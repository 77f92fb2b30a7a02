import type { MouseEvent } from 'react';

/**
 * For `onClick` of a link that opens a new tab: where Office opens browser windows itself (OpenBrowserWindowApi 1.1, on
 * the desktop), the link opens in the user's browser and not in Office's web view. Elsewhere the link does it.
 */
export function openInBrowser(event: MouseEvent<HTMLAnchorElement>): void {
  event.stopPropagation();
  const { ui, requirements } = Office.context;
  // Hosts claim the set without the function.
  if (!requirements.isSetSupported('OpenBrowserWindowApi', '1.1') || !('openBrowserWindow' in ui)) return;
  event.preventDefault();
  ui.openBrowserWindow(event.currentTarget.href);
}
