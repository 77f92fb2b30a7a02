import { useEffect, useSyncExternalStore } from 'react';
import { officeBackground, onOfficeThemeChange } from '../../office.ts';
import { groundFor, isDark } from './colors.ts';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** Tokens that lie on the ground, and the contrast that each needs at least (WCAG 2.2, 1.4.3 and 1.4.11). */
const onGround = [
  ['--colorNeutralForeground2', 4.5],
  ['--colorBrandForegroundLink', 4.5],
  ['--colorNeutralStrokeAccessible', 3],
] as const;

/**
 * Applies the theme to the page (theme.css): dark where Office is dark, else where the system is, because Office on the
 * web has no theme. Outlook has no `isDarkTheme`, so the brightness of the background decides. Uses Office's background
 * color where all text on it has enough contrast. High contrast is the browser's forced colors.
 */
export function useOfficeTheme(): void {
  const ground = useSyncExternalStore(subscribe, () => officeBackground() ?? systemTheme());
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['theme'] = (isDark(ground) ?? ground === 'dark') ? 'dark' : 'light';
    const values = getComputedStyle(document.documentElement);
    const lies = onGround.map(([token, least]) => [values.getPropertyValue(token), least] as const);
    style.setProperty('--colorNeutralBackground1', groundFor(ground, lies) ?? '');
  }, [ground]);
}

const systemTheme = () => (systemIsDark.matches ? 'dark' : 'light');

/** Except in Outlook, the window for choosing a theme takes the focus, so the theme is read when the focus returns. */
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
