import { expect, it } from 'vitest';
import { hasTag, ifMatchTags, ifNoneMatchTags } from './entityTags.ts';

it.each<[string, '*' | string[] | undefined]>([
  ['*', '*'],
  [' * ', '*'],
  ['"a"', ['"a"']],
  ['"a", W/"b" ,\t"c"', ['"a"', '"b"', '"c"']],
  [', "a",, "b",', ['"a"', '"b"']],
  ['"a,b", ""', ['"a,b"', '""']],
  ['', []],
  ['a', undefined],
  ['"a" "b"', undefined],
  ['"a", *', undefined],
  ['w/"a"', undefined],
  ['W/ "a"', undefined],
  ['"a', undefined],
  ['"a b"', undefined],
])('parses If-None-Match %j', (header, tags) => {
  expect(ifNoneMatchTags(header)).toEqual(tags);
});

it('ignores weak tags of If-Match, and returns no tags for a malformed one', () => {
  expect(ifMatchTags('W/"a", "b"')).toEqual(['"b"']);
  expect(ifMatchTags('"b", c')).toEqual([]);
  expect(ifMatchTags('*')).toBe('*');
});

it('uses weak comparison for a GET, and ignores a malformed header', () => {
  expect(hasTag('"x", W/"a"', '"a"')).toBe(true);
  expect(hasTag('*', '"a"')).toBe(true);
  expect(hasTag('"a', '"a"')).toBe(false);
  expect(hasTag(undefined, '"a"')).toBe(false);
});
