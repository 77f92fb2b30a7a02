import { useEffect, useSyncExternalStore } from 'react';
import { officeBackground, onOfficeThemeChange } from '../../office.ts';

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

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');

const systemTheme = () => (systemIsDark().matches ? 'dark' : 'light');

/** Except in Outlook, also rereads the theme on focus: the user changes it in a window that takes the focus. */
function subscribe(changed: () => void): () => void {
  const isDarkQuery = systemIsDark();
  isDarkQuery.addEventListener('change', changed);
  addEventListener('focus', changed);
  document.addEventListener('visibilitychange', changed);
  onOfficeThemeChange(changed);
  return () => {
    isDarkQuery.removeEventListener('change', changed);
    removeEventListener('focus', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}

/** Relative luminance (0 to 1) and contrast (1 to 21) as defined in WCAG 2.2, for colors in the form #rrggbb. */

/** Returns undefined for a color in another form. */
function luminance(color: string | undefined): number | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color?.trim() ?? '')?.slice(1);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => linear(parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns whether white text has more contrast on the color than black text; undefined for an unknown color. */
export function isDark(color: string | undefined): boolean | undefined {
  const light = luminance(color);
  return light === undefined ? undefined : light < 0.18;
}

/** Returns 1, the minimum, if a color is unknown. */
export function contrast(one: string | undefined, other: string | undefined): number {
  const [first, second] = [luminance(one), luminance(other)];
  if (first === undefined || second === undefined) return 1;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/**
 * Returns the background if all foreground colors have enough contrast on it, else undefined.
 * @param foregrounds colors with their minimum contrast
 */
export function readableBackground(
  background: string | undefined,
  foregrounds: readonly (readonly [color: string, minContrast: number])[],
): string | undefined {
  const isReadable = foregrounds.every(([color, minContrast]) => contrast(background, color) >= minContrast);
  return isReadable ? background : undefined;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
