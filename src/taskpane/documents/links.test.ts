import { expect, it } from 'vitest';
import { linkAddress } from './links.ts';

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
