import { useEffect } from 'react';

/** As in office.js: what it takes for a stop of the Tab key. */
const STOP = [
  ...['a[href]', 'button:not([disabled])', 'input:not([disabled])', 'select:not([disabled])'],
  ...['textarea:not([disabled])', '[tabindex]', '[contenteditable]'],
]
  .map((selector) => `${selector}:not([tabindex="-1"])`)
  .join();

/**
 * Keeps the Tab and Escape keys in the pane. In Office on the web, office.js moves the focus on Tab, among the elements
 * that match STOP; from any other element it hands the focus to Office, as it does on every Escape
 * (`addOrRemoveEventListenersForWindow` in excel-web-16.00.debug.js).
 * - An element that is focused by script, as a heading, is a stop as long as it has the focus.
 * - Where nothing has the focus, as after a click on text, Tab leads to the first stop and Shift+Tab to the last.
 * - Escape closes what the views close; Office never sees it.
 */
export function useFocusOrder(): void {
  useEffect(() => {
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function onFocusIn({ target }: FocusEvent): void {
  // The rows of the list take care of themselves.
  if (!(target instanceof HTMLElement) || target.matches(STOP) || target.closest('[role="grid"]')) return;
  target.tabIndex = 0;
  target.addEventListener('focusout', () => (target.tabIndex = -1), { once: true });
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
  if (event.key !== 'Tab') return;
  // Fluent's own markers at both ends of the page: office.js would take them for stops, and never leave the pane.
  for (const marker of document.querySelectorAll<HTMLElement>('[data-tabster-dummy]')) marker.tabIndex = -1;
  if (event.target !== document.body) return;
  const stops = [...document.querySelectorAll<HTMLElement>(STOP)];
  if (event.shiftKey) stops.reverse();
  const taken = stops.some((stop) => {
    stop.focus();
    return stop === document.activeElement;
  });
  if (!taken) return;
  event.preventDefault();
  event.stopPropagation();
}
