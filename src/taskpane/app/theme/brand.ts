import { writeFileSync } from 'node:fs';
import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/react-components';

/** The brand colors, from dark to light. `npm run theme` writes theme.css from them. */
export const brand: BrandVariants = {
  10: '#02110f',
  20: '#08201c',
  30: '#0a3029',
  40: '#0b3d35',
  50: '#0b4b41',
  60: '#0b594d',
  70: '#0b6a5d',
  80: '#147a6c',
  90: '#2b8a7b',
  100: '#429a8b',
  110: '#58aa9b',
  120: '#6fbaab',
  130: '#87c9bb',
  140: '#a0d9cc',
  150: '#bbe8dd',
  160: '#d8f6ef',
};

/** Implements `npm run theme`: writes theme.css from the colors in brand.ts. */

/** Segoe UI on Windows, the system font elsewhere. */
const fontFamilyBase = "'Segoe UI', 'Segoe UI Web (West European)', system-ui, -apple-system, sans-serif";

const light: Theme = { ...createLightTheme(brand), fontFamilyBase };
/** Three brand colors are lighter, so that text on dark has the contrast of WCAG 2.2 (1.4.3). */
const dark: Theme = {
  ...createDarkTheme(brand),
  fontFamilyBase,
  colorBrandForeground1: brand[110],
  colorBrandForeground2: brand[120],
  colorBrandForegroundLink: brand[120],
};

/**
 * Returns all of Fluent's tokens as custom properties, so that any Fluent component can be added. CSS applies before
 * scripts run; as objects in the script, the tokens would add 9 kB.
 */
export function themeCss(): string {
  const names = Object.keys(light).sort() as (keyof Theme)[];
  const line = (theme: Theme) => (name: keyof Theme) => `  --${name}: ${theme[name]};\n`;
  const changed = names.filter((name) => light[name] !== dark[name]);
  return (
    '/* Made by `npm run theme` from brand.ts: change the colors there. */\n' +
    `:root {\n${names.map(line(light)).join('')}}\n` +
    `:root[data-theme='dark'] {\n  color-scheme: dark;\n${changed.map(line(dark)).join('')}}\n`
  );
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(new URL('./theme.css', import.meta.url), themeCss());
