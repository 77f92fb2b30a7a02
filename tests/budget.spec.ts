import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { DIST } from 'office-addin-tools';

/** Maximum bytes (gzip level 9) that a page loads before its first use, without office.js. */
const budgets = {
  'taskpane.html': { scripts: 87_000, styles: 9_000 },
  'dialog.html': { scripts: 80_000, styles: 2_000 },
  'bridge.html': { scripts: 5_000, styles: 0 },
} as const;

const PUBLIC = join(DIST, 'public');

async function weight(html: string, address: RegExp): Promise<number> {
  const files = [...html.matchAll(address)].map(([, path]) => join(PUBLIC, path ?? ''));
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(file), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

for (const [page, budget] of Object.entries(budgets)) {
  test(`${page} stays within its size budget`, async () => {
    const html = await readFile(join(PUBLIC, page), 'utf8');
    const scripts = await weight(html, /src="(\/assets\/[^"]+\.js)"/g);
    const styles = await weight(html, /href="(\/assets\/[^"]+\.css)"/g);
    expect(scripts, 'the page names its scripts').toBeGreaterThan(0);
    expect(scripts, 'scripts, gzip').toBeLessThanOrEqual(budget.scripts);
    expect(styles, 'styles, gzip').toBeLessThanOrEqual(budget.styles);
  });
}

test('the pane loads office.js deferred in its head, one script and one style sheet', async () => {
  const html = await readFile(join(PUBLIC, 'taskpane.html'), 'utf8');
  const head = html.slice(0, html.indexOf('</head>'));
  expect([...html.matchAll(/<script[^>]* src="([^"]*)"/g)].map(([, path]) => path)).toEqual([
    '__OFFICE_JS_URL__',
    expect.stringMatching(/^\/assets\/taskpane\.[0-9a-f]+\.js$/),
  ]);
  expect(head).toMatch(/<script defer[^>]* src="__OFFICE_JS_URL__"/);
  expect([...html.matchAll(/<link rel="stylesheet"/g)]).toHaveLength(1);
});

test('the theme defines every design token that the scripts use', async () => {
  const assets = join(PUBLIC, 'assets');
  const names = await readdir(assets);
  const texts = await Promise.all(
    names.filter((name) => /\.(?:js|css)$/.test(name)).map((name) => readFile(join(assets, name), 'utf8')),
  );
  const all = texts.join('\n');
  const used = new Set([...all.matchAll(/var\(--(\w+)[),]/g)].map(([, name]) => name));
  expect(used.size).toBeGreaterThan(30);
  expect([...used].filter((name) => !all.includes(`--${name}:`))).toEqual([]);
});
