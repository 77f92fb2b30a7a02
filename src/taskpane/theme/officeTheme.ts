import { useEffect, useSyncExternalStore } from 'react';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Puts the theme onto the page (theme.css). Dark where Office says so, else where the system says so: Office on the
 * web gives no theme, and Outlook has no `isDarkTheme`, so that the brightness of the background decides. That makes
 * two of Office's four: colourful is light, black is dark. High contrast is the browser's forced colours.
 */
export function useOfficeTheme(): void {
  const isDark = useSyncExternalStore(subscribe, () => officeIsDark() ?? systemIsDark.matches);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
}

/** Office tells a change in no application but Outlook; its window for choosing one takes the focus, so: on return. */
function subscribe(changed: () => void): () => void {
  systemIsDark.addEventListener('change', changed);
  addEventListener('focus', changed);
  document.addEventListener('visibilitychange', changed);
  return () => {
    systemIsDark.removeEventListener('change', changed);
    removeEventListener('focus', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}

function officeIsDark(): boolean | undefined {
  const theme = Office.context?.officeTheme as Partial<Office.OfficeTheme> | undefined;
  return theme?.bodyBackgroundColor ? isDarkColor(theme.bodyBackgroundColor) : undefined;
}

/** @param color #rrggbb; undefined when it is written in another way. Relative luminance as in WCAG 2.2. */
export function isDarkColor(color: string): boolean | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color)?.slice(1);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => linear(parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
