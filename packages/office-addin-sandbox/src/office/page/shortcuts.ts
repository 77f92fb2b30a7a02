import { element } from './dom.ts';

/**
 * Keyboard shortcuts of the page, outside the pane. All have a modifier, because single letters interfere with speech
 * input (WCAG 2.1.4).
 * @param openSetup shows the panel with the scenarios
 */
export function shortcuts(stepScenario: (direction: 1 | -1) => void, openSetup: () => void): void {
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === '/') {
      event.preventDefault();
      openSetup();
      element('scenario-search', HTMLInputElement).select();
      element('scenario-search', HTMLInputElement).focus();
    }
    // Alt+Down opens a focused select.
    if (!event.altKey || event.target instanceof HTMLSelectElement) return;
    const direction = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (!direction) return;
    event.preventDefault();
    stepScenario(direction);
  });
}
