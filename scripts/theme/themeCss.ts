import { createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';
import { brand } from '../../src/taskpane/theme/brand.ts';

const light: Theme = createLightTheme(brand);
/** Three brand colours are lifted so that text on dark has the contrast of WCAG 2.2 (1.4.3). */
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
  colorBrandForegroundLink: brand[120],
};

/** Fluent's token names that stand as `var(--name)` in a text, sorted. */
export function tokensUsed(text: string): string[] {
  const found = [...text.matchAll(/var\(--(\w+)/g)].map(([, name]) => name ?? '');
  return [...new Set(found)].filter((name) => name in light).sort();
}

/**
 * The two themes as custom properties: only what the pane uses, and as CSS it is there before any script. Objects in
 * the script would weigh 9 kB more.
 */
export function themeCss(names: readonly string[]): string {
  const value = (theme: Theme, name: string) => String(theme[name as keyof Theme]);
  const line = (theme: Theme) => (name: string) => `  --${name}: ${value(theme, name)};\n`;
  const changed = names.filter((name) => value(light, name) !== value(dark, name));
  return (
    '/* Made by `node scripts/run.mjs theme` from brand.ts: change the colours there. */\n' +
    `:root {\n${names.map(line(light)).join('')}}\n` +
    `:root[data-theme='dark'] {\n  color-scheme: dark;\n${changed.map(line(dark)).join('')}}\n`
  );
}
