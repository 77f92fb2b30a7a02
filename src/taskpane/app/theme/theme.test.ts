import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contrast, isDark, readableBackground } from './officeTheme.ts';
import { themeCss } from './writeTheme.ts';

it('theme.css matches brand.ts; run `npm run theme` after a change', async () => {
  expect(await readFile(join(import.meta.dirname, 'theme.css'), 'utf8')).toBe(themeCss());
});

it('computes contrast as WCAG 2.2 does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#FFFFFF', '#767676')).toBeCloseTo(4.54, 2);
  expect(contrast('rebeccapurple', '#ffffff')).toBe(1);
});

it.each([
  ['#FFFFFF', false],
  ['#e6e6e6', false],
  ['#666666', true],
  ['#262626', true],
  ['#000000', true],
  ['rgb(0, 0, 0)', undefined],
  [undefined, undefined],
])('isDark of %s is %s', (color, dark) => {
  expect(isDark(color)).toBe(dark);
});

const css = await readFile(new URL('theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(":root[data-theme='dark']");

/** Returns the foreground colors of theme.css, with their minimum contrast. */
function foregrounds(theme: 'light' | 'dark') {
  const value = (name: string) => {
    const line = new RegExp(`--${name}: (#\\w+);`);
    return (theme === 'dark' ? line.exec(dark) : null)?.[1] ?? line.exec(light)?.[1] ?? '';
  };
  return [
    [value('colorNeutralForeground2'), 4.5],
    [value('colorBrandForegroundLink'), 4.5],
    [value('colorNeutralStrokeAccessible'), 3],
  ] as const;
}

it.each([
  ['white', '#FFFFFF', 'light', '#FFFFFF'],
  ['black', '#262626', 'dark', '#262626'],
  ['darker black', '#0a0a0a', 'dark', '#0a0a0a'],
  ['gray, on which text is unreadable', '#666666', 'dark', undefined],
  ['none', undefined, 'light', undefined],
] as const)(
  'uses a background of Office on which all colors are readable: %s',
  (_name, background, theme, expected) => {
    expect(readableBackground(background, foregrounds(theme))).toBe(expected);
  },
);
