import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { contrast, groundFor, isDark } from './colors.ts';

it('knows contrast as WCAG 2.2 counts it', () => {
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
])('says of %s whether it is dark', (color, dark) => {
  expect(isDark(color)).toBe(dark);
});

const css = await readFile(new URL('theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(":root[data-theme='dark']");

/** What theme.css says in the theme, as the page would read it. */
function lies(theme: 'light' | 'dark') {
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
  ['colourful and white', '#FFFFFF', 'light', '#FFFFFF'],
  ['black', '#262626', 'dark', '#262626'],
  ['black, deeper', '#0a0a0a', 'dark', '#0a0a0a'],
  ['grey: our text could not be read on it', '#666666', 'dark', undefined],
  ['none', undefined, 'light', undefined],
] as const)("Office's ground is taken where all can be read: %s", (_name, ground, theme, taken) => {
  expect(groundFor(ground, lies(theme))).toBe(taken);
});
