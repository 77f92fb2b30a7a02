import { expect, it } from 'vitest';
import { dropLinks, dropWords } from './markdown.ts';

const words = /redis|CACHE_/iu;

it.each([
  ['a sentence', 'One is kept. Redis is not. This is, too.', 'One is kept. This is, too.'],
  ['a paragraph', 'One.\n\nRedis is optional.\n\nTwo.', 'One.\n\nTwo.'],
  ['a row', '| a | b |\n| - | - |\n| CACHE_URL | x |\n| PORT | y |', '| a | b |\n| - | - |\n| PORT | y |'],
  ['a table without other rows', '| a |\n| - |\n| Redis |\n\nEnd.', 'End.'],
  ['an item', '- one\n- Redis\n  and more\n- two', '- one\n- two'],
  ['a sentence of an item', '- Keys are kept. Redis has them, too.', '- Keys are kept.'],
  ['a section', '# A\n\n## Redis\n\nText.\n\n### More\n\nText.\n\n## B\n\nText.', '# A\n\n## B\n\nText.'],
  ['half a heading', '## Logs and Redis\n\nText.', '## Logs\n\nText.'],
  ['a heading whose text is gone', '# A\n\n## B\n\nRedis.\n\n## C\n\nText.', '# A\n\n## C\n\nText.'],
  ['a line of code', '```sh\nnpm test\nredis-server\n```', '```sh\nnpm test\n```'],
])('drops %s with the word', (_what, page, expected) => {
  expect(dropWords(`${page}\n`, words)).toBe(`${expected}\n`);
});

it('changes nothing in a page without the words', () => {
  const page = '# A\n\nText\n  as it is.\n\n- one\n- two\n';
  expect(dropWords(page, words)).toBe(page);
});

it('keeps the text of a link that leads nowhere, and drops a reference in parentheses', () => {
  const page =
    'See [the map](map.md) and [this](gone.md) ([decision 2](decisions/2.md)), [web](https://x.y).';
  expect(dropLinks(page, (target) => target === 'map.md')).toBe(
    'See [the map](map.md) and this, [web](https://x.y).',
  );
});
