// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { inChunks } from './inChunks.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';
import { files } from '../../../tests/support/documents.ts';

describe('linkAddress', () => {
  it.each([
    ['https://contoso.sharepoint.com/a b.docx', 'https://contoso.sharepoint.com/a%20b.docx'],
    ['http://contoso.sharepoint.com/a.docx', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://user:pass@contoso.sharepoint.com/', null],
    ['https://', null],
    ['', null],
    [`https://contoso.sharepoint.com/${'a'.repeat(2100)}`, null],
  ])('%s', (url, address) => expect(linkAddress(url)).toBe(address));
});

it.each([
  ['a\nb\r\nc\td\u0000e\u2028f', 'a b c d e f'],
  ['  Plan.docx ', 'Plan.docx'],
  ['half\ud83d', 'half\ufffd'],
])('oneLine(%j)', (text, line) => expect(oneLine(text)).toBe(line));

it('cuts a list without losing any', () => {
  expect(inChunks(files(5), 2).map((chunk) => chunk.length)).toEqual([2, 2, 1]);
  expect(inChunks([], 2)).toEqual([]);
});
