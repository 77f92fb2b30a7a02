import { expect, it } from 'vitest';
import { linkAddress, oneLine } from './text.ts';

it.each([
  ['https://contoso.sharepoint.com/a b.docx', 'https://contoso.sharepoint.com/a%20b.docx'],
  ['http://contoso.sharepoint.com/a.docx', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://user:pass@contoso.sharepoint.com/', null],
  ['https://', null],
  ['', null],
  [`https://contoso.sharepoint.com/${'a'.repeat(2100)}`, null],
])('linkAddress of %s is %s', (url, address) => expect(linkAddress(url)).toBe(address));

it.each([
  ['a\nb\r\nc\td\u0000e\u2028f', 'a b c d e f'],
  ['  Plan.docx ', 'Plan.docx'],
  ['half\ud83d', 'half\ufffd'],
])('oneLine of %j is %j', (text, line) => expect(oneLine(text)).toBe(line));
