import { element } from './dom.ts';

/**
 * Keys of the whole page, outside of the pane. All have a modifier: single letters get in the way of people who speak
 * to their computer (WCAG 2.1.4).
 */
export function shortcuts(walk: (step: 1 | -1) => void): void {
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === '/') {
      event.preventDefault();
      element('scenario-search', HTMLInputElement).select();
      element('scenario-search', HTMLInputElement).focus();
    }
    // Alt and Down open a list of choices where one has the focus.
    if (!event.altKey || event.target instanceof HTMLSelectElement) return;
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (!step) return;
    event.preventDefault();
    walk(step);
  });
}
