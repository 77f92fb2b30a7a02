import { describe, expect, it } from 'vitest';
import { anchors, deadLinks, relativeLinks } from './markdown.ts';

describe('relativeLinks', () => {
  it.each([
    ['[a](b.md#c)', 'b.md#c'],
    ['![a](images/b.webp "title")', 'images/b.webp'],
    ['[a]: ../b.md', '../b.md'],
    ['<img alt="" src="b.svg">', 'b.svg'],
  ])('finds the target of %s', (text, target) => {
    expect(relativeLinks(`\n\n${text}`)).toEqual([{ line: 3, target }]);
  });

  it.each([
    '[a](https://example.com/b.md)',
    '[a](mailto:a@example.com)',
    '`[a](b.md)`',
    '```\n[a](b.md)\n```',
  ])('ignores %j', (text) => expect(relativeLinks(text)).toEqual([]));
});

describe('anchors', () => {
  it.each([
    ['## Before you publish', 'before-you-publish'],
    ['## Rotating `CACHE_KEYS`', 'rotating-cache_keys'],
    ['### What is this?', 'what-is-this'],
    ['## See [the docs](a.md)', 'see-the-docs'],
    ['<a id="own"></a>', 'own'],
  ])('of %j are %s', (text, anchor) => expect(anchors(text)).toEqual([anchor]));

  it('number repeated headings', () => {
    expect(anchors('# A\n\n## A\n\n## A\n')).toEqual(['a', 'a-1', 'a-2']);
  });

  it('leave out comments in code', () => {
    expect(anchors('```sh\n# not a heading\n```\n')).toEqual([]);
  });
});

describe('deadLinks', () => {
  const pages: Record<string, string> = { 'docs/a.md': '# Here\n\n## There', 'README.md': '# Top' };
  const check = (link: string) =>
    deadLinks('docs/page.md', {
      exists: (path) => path in pages || path === 'docs/page.md' || path === 'docs',
      read: (path) => (path === 'docs/page.md' ? `# Page\n\n${link}` : (pages[path] ?? '')),
    });

  it.each(['[a](a.md)', '[a](a.md#there)', '[a](#page)', '[a](../README.md)', '[a](../docs)'])(
    'accepts %s',
    (link) => expect(check(link)).toEqual([]),
  );

  it.each(['[a](b.md)', '[a](a.md#elsewhere)', '[a](#there)', '[a](../../other/README.md)'])(
    'reports %s',
    (link) => expect(check(link)).toMatchObject([{ line: 3 }]),
  );
});
