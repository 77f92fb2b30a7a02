import type { Pane } from './pane.ts';

/**
 * A browser that blocks popups gives null for a window; office.js makes 12011 of it. Put in place before office.js
 * wraps `window.open` itself, so that it meets what it would meet in the field.
 */
export function blockPopups(pane: Pane): void {
  const open = window.open.bind(window);
  window.open = (...args) => (pane.facts.popups === 'block' ? null : open(...args));
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
