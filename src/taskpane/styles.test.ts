import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
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
