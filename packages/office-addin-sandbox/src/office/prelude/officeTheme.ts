import type { Pane } from './pane.ts';

/** The colours of Office's themes, as far as an add-in is told of them. */
const themes = {
  light: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#000000',
    controlBackgroundColor: '#F0F0F0',
    controlForegroundColor: '#000000',
  },
  dark: {
    bodyBackgroundColor: '#262626',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#363636',
    controlForegroundColor: '#FFFFFF',
  },
} as const;

/**
 * `Office.context.officeTheme`, which npm's build drops on the web. Without a choice in the panel it stays undefined, as
 * there. The context is made late: before the add-in's own `Office.onReady` goes on, the member stands on it.
 */
export function officeTheme(pane: Pane): { changed(): void } {
  let told = pane.facts.theme;
  const office = (window as { Office?: { context?: object; onReady(run: () => void): void } }).Office;
  office?.onReady(() => {
    if (!office.context) return;
    Object.defineProperty(office.context, 'officeTheme', {
      configurable: true,
      get: () => (pane.facts.theme ? themes[pane.facts.theme] : undefined),
    });
  });
  return {
    /** The window in which Office lets one choose takes the focus and gives it back; add-ins look then. */
    changed() {
      if (told === pane.facts.theme) return;
      told = pane.facts.theme;
      window.dispatchEvent(new Event('focus'));
    },
  };
}
