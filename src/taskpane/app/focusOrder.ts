/** The elements that office.js treats as tab stops. */
const TAB_STOPS = [
  ...['a[href]', 'button:not([disabled])', 'input:not([disabled])', 'select:not([disabled])'],
  ...['textarea:not([disabled])', '[tabindex]', '[contenteditable]'],
]
  .map((selector) => `${selector}:not([tabindex="-1"])`)
  .join();

/**
 * Keeps Tab and Escape in the pane. In Office on the web, office.js handles Tab: it moves the focus among the elements that
 * match TAB_STOPS, and from any other element to Office. It also moves the focus to Office on every Escape
 * (`addOrRemoveEventListenersForWindow` in excel-web-16.00.debug.js).
 * - An element that a script focuses, such as a heading, becomes a tab stop while it has the focus.
 * - If nothing has the focus, as after a click on text, Tab moves to the first stop and Shift+Tab to the last.
 * - Escape never reaches Office.
 * @returns a function that stops it
 */
export function keepFocusInPane(): () => void {
  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('keydown', onKeyDown);
  return () => {
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('keydown', onKeyDown);
  };
}

function onFocusIn({ target }: FocusEvent): void {
  // The list manages the tab stops of its rows.
  if (!(target instanceof HTMLElement) || target.matches(TAB_STOPS) || target.closest('[role="grid"]'))
    return;
  target.tabIndex = 0;
  target.addEventListener('focusout', () => (target.tabIndex = -1), { once: true });
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
  if (event.key !== 'Tab') return;
  // Fluent's focus guards at both ends of the page. office.js would treat them as tab stops and never leave the pane.
  for (const marker of document.querySelectorAll<HTMLElement>('[data-tabster-dummy]')) marker.tabIndex = -1;
  if (event.target !== document.body) return;
  const stops = [...document.querySelectorAll<HTMLElement>(TAB_STOPS)];
  if (event.shiftKey) stops.reverse();
  const moved = stops.some((stop) => {
    stop.focus();
    return stop === document.activeElement;
  });
  if (!moved) return;
  event.preventDefault();
  event.stopPropagation();
}
