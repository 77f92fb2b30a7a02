import type { PaneConfig } from '../paneMessages.ts';
import type { Pane } from './pane.ts';

/** Property of the pane's window with its configuration, for its dialogs. */
const configProperty = '__sandboxConfig';

/**
 * Makes `window.open` return null like a browser that blocks pop-ups; office.js converts it to 12011. Installed before
 * office.js wraps `window.open`.
 */
export function blockPopups(pane: Pane): void {
  const open = window.open.bind(window);
  window.open = (...args) => (isBlocked(pane.config) ? null : open(...args));
  Object.defineProperty(window, configProperty, { get: () => pane.config, configurable: true });
}

/** Blocks pop-ups in a dialog of the pane, which is its opener until the provider's COOP separates them. */
export function blockPopupsInDialog(): void {
  const opener = window.opener as Window | null;
  if (!opener) return;
  const open = window.open.bind(window);
  window.open = (...args) => {
    const config = configOf(opener);
    return config?.popups === 'click' && isBlocked(config) ? null : open(...args);
  };
}

function isBlocked({ popups }: PaneConfig): boolean {
  // The default of browsers, unless the user or a policy allows pop-ups.
  if (popups === 'click') return !navigator.userActivation.isActive;
  return popups === 'block';
}

function configOf(opener: Window): PaneConfig | undefined {
  try {
    return (opener as unknown as Record<string, PaneConfig | undefined>)[configProperty];
  } catch {
    return undefined; // The opener has another origin.
  }
}

/** Clicks Ignore in the prompt that office.js shows before it opens a window. office.js then returns 12009. */
export function clickIgnore(): void {
  const tryClick = (): boolean => {
    const buttons = document.querySelectorAll<HTMLInputElement>('[role="dialog"] input[type="button"]');
    // Allow comes first, Ignore second; the labels depend on the language.
    const [, ignore] = buttons;
    if (buttons.length !== 2 || !ignore) return false;
    // Waits until the call that shows the prompt has returned.
    setTimeout(() => ignore.click(), 150);
    return true;
  };
  if (tryClick()) return;
  const observer = new MutationObserver(() => {
    if (tryClick()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
