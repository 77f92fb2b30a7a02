import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** Nothing mirrors physical properties for Arabic (App.tsx). */
const PHYSICAL = /\b(?:(?:margin|padding|border|inset)(?:Left|Right)\w*|left|right)\s*:|'(?:left|right)'/;

it('styles are logical, so that right to left needs no second set', async () => {
  const folder = new URL('.', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const physical = (await readFile(new URL(name, folder), 'utf8'))
      .split('\n')
      .filter((line) => PHYSICAL.test(line));
    expect(physical, name).toEqual([]);
  }
});
