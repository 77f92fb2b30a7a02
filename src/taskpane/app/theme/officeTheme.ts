import { useEffect, useSyncExternalStore } from 'react';
import { officeBackground, onOfficeThemeChange } from '../../office.ts';
import { readableBackground, isDark } from './colors.ts';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** Foreground tokens with their minimum contrast (WCAG 2.2, 1.4.3 and 1.4.11). */
const foregroundTokens = [
  ['--colorNeutralForeground2', 4.5],
  ['--colorBrandForegroundLink', 4.5],
  ['--colorNeutralStrokeAccessible', 3],
] as const;

/**
 * Applies the light or dark theme of theme.css: Office's if it has one, else the system's, as in Office on the web.
 * Decides by the brightness of the background, because Outlook has no `isDarkTheme`. Uses Office's background color if all
 * text is readable on it. High contrast uses the browser's forced colors.
 */
export function useOfficeTheme(): void {
  const background = useSyncExternalStore(subscribe, () => officeBackground() ?? systemTheme());
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['theme'] = (isDark(background) ?? background === 'dark') ? 'dark' : 'light';
    const values = getComputedStyle(document.documentElement);
    const foregrounds = foregroundTokens.map(
      ([token, minContrast]) => [values.getPropertyValue(token), minContrast] as const,
    );
    style.setProperty('--colorNeutralBackground1', readableBackground(background, foregrounds) ?? '');
  }, [background]);
}

const systemTheme = () => (systemIsDark.matches ? 'dark' : 'light');

/** Except in Outlook, also rereads the theme on focus: the user changes it in a window that takes the focus. */
function subscribe(changed: () => void): () => void {
  systemIsDark.addEventListener('change', changed);
  addEventListener('focus', changed);
  document.addEventListener('visibilitychange', changed);
  onOfficeThemeChange(changed);
  return () => {
    systemIsDark.removeEventListener('change', changed);
    removeEventListener('focus', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}
