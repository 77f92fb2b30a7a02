import { readFile, readdir } from 'node:fs/promises';
import { join, basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, describe } from 'vitest';
import { contrast, isDark, readableBackground } from './officeTheme.ts';
import { themeCss } from './brand.ts';

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

const folder = fileURLToPath(new URL('../..', import.meta.url));
const names = await readdir(folder, { recursive: true });
const read = (name: string) => readFile(`${folder}/${name}`, 'utf8');
const sheets = names.filter((name) => name.endsWith('.module.css'));
const views = await Promise.all(names.filter((name) => name.endsWith('.tsx')).map(read));

/** Physical properties, which are not mirrored for right-to-left languages. */
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|:\s*(?:left|right)\s*;/;

const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();

describe.each(sheets)('%s', (sheet) => {
  it('uses logical properties only', async () => {
    expect((await read(sheet)).split('\n').filter((line) => PHYSICAL.test(line))).toEqual([]);
  });

  it('defines exactly the classes that its views use', async () => {
    const defined = found(
      (await read(sheet)).replace(/\/\*[\s\S]*?\*\//g, ''),
      /\.([a-zA-Z]\w*)(?=[\s,.:[{>])/g,
    );
    const used = views.flatMap((view) => {
      const [, local] = new RegExp(`import (\\w+) from '[./\\w]*/${basename(sheet)}'`).exec(view) ?? [];
      if (local === undefined) return [];
      // `styles[kind]` can use any class.
      if (view.includes(`${local}[`)) return defined;
      return found(view, new RegExp(`\\b${local}\\.(\\w+)`, 'g'));
    });
    expect([...new Set(used)].sort()).toEqual(defined);
  });
});
