import type { Pane } from './pane.ts';

/** The colors of Office's themes that add-ins can read. */
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
 * Defines `Office.context.officeTheme`, which npm's build drops on the web. Undefined unless a theme is chosen in the
 * panel. The context is created late, so the member is added before the add-in's `Office.onReady` callback runs.
 */
export function officeTheme(pane: Pane): { configChanged(): void } {
  let reported = pane.config.theme;
  const office = (window as { Office?: { context?: object; onReady(run: () => void): void } }).Office;
  office?.onReady(() => {
    if (!office.context) return;
    Object.defineProperty(office.context, 'officeTheme', {
      configurable: true,
      get: () => (pane.config.theme ? themes[pane.config.theme] : undefined),
    });
  });
  return {
    /** Sends a focus event: in Office, the window with the theme setting returns the focus, and add-ins read the theme then. */
    configChanged() {
      if (reported === pane.config.theme) return;
      reported = pane.config.theme;
      window.dispatchEvent(new Event('focus'));
    },
  };
}
