import type { PaneFacts } from '../paneMessages.ts';
import type { Pane } from './pane.ts';

/** Where a dialog finds the facts of the pane that opened it. */
const shared = '__sandboxFacts';

/**
 * A browser that blocks popups returns null for a window; office.js makes 12011 of it. Installed before office.js
 * wraps `window.open` itself, so that it meets what it would meet in the field.
 */
export function blockPopups(pane: Pane): void {
  const open = window.open.bind(window);
  window.open = (...args) => (isBlocked(pane.facts) ? null : open(...args));
  Object.defineProperty(window, shared, { get: () => pane.facts, configurable: true });
}

/** The same in a dialog of that pane, which has the pane as its opener until the provider's COOP cuts it off. */
export function blockPopupsInDialog(): void {
  const opener = window.opener as Window | null;
  if (!opener) return;
  const open = window.open.bind(window);
  window.open = (...args) => {
    const facts = factsOf(opener);
    return facts?.popups === 'click' && isBlocked(facts) ? null : open(...args);
  };
}

function isBlocked({ popups }: PaneFacts): boolean {
  // What browsers do unless the user or a policy allows the site to open windows.
  if (popups === 'click') return !navigator.userActivation.isActive;
  return popups === 'block';
}

function factsOf(opener: Window): PaneFacts | undefined {
  try {
    return (opener as unknown as Record<string, PaneFacts | undefined>)[shared];
  } catch {
    return undefined; // A page of another origin.
  }
}

/** The user presses Ignore in the panel that office.js shows before a window; it answers 12009 then. */
export function pressIgnore(): void {
  const press = (): boolean => {
    const buttons = document.querySelectorAll<HTMLInputElement>('[role="dialog"] input[type="button"]');
    // Allow comes first, Ignore second; their words depend on the language.
    const [, ignore] = buttons;
    if (buttons.length !== 2 || !ignore) return false;
    // After the call that showed the panel has ended, as a person would.
    setTimeout(() => ignore.click(), 150);
    return true;
  };
  if (press()) return;
  const observer = new MutationObserver(() => {
    if (press()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
