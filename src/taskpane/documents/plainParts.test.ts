// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fitsOnSheet } from './excel.ts';
import { neverFormula, rangeFormats, rangeValues, sortableDate } from './excelValues.ts';
import { inChunks } from './inChunks.ts';
import { linkAddress } from './links.ts';
import { mailHtml, mailPlain } from './mailText.ts';
import { oneLine } from './plainText.ts';
import { slideText } from './slideText.ts';
import { file, files, labels } from './testing.ts';

const evilName = '<img src=x onerror="alert(1)"> & "quotes".docx';

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
])('oneLine(%j)', (text, line) => expect(oneLine(text)).toBe(line));

describe('Excel', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', "'quoted'.txt", '\uff1d1'])(
    '%j can never be a formula',
    (text) => expect(neverFormula(text)).toBe(`'${text}`),
  );

  it.each(['Plan.docx', '2026-11-22', 'a=b', ''])('%j stays as it is', (text) =>
    expect(neverFormula(text)).toBe(text),
  );

  it('writes dates that sort as text', () => {
    expect(sortableDate('2026-11-22T10:15:00')).toBe('2026-11-22 10:15');
    expect(sortableDate('never')).toBe('');
  });

  it('gives every value a format, text for all but the size', () => {
    const values = rangeValues([file({ name: '=cmd|x' }), file({ name: '\tx', size: Number.NaN })], labels);
    expect(values[0]).toEqual(['Name', 'Changed', 'Size']);
    expect(values[1]?.[0]).toBe("'=cmd|x");
    expect(values[2]).toEqual(['x', expect.any(String), 0]);
    const formats = rangeFormats(2);
    expect(formats.map((row) => row.length)).toEqual(values.map((row) => row.length));
    expect(formats.map((row) => row.slice(0, 2))).toEqual(Array(3).fill(['@', '@']));
  });

  it.each([
    [0, 0, 1_048_576, true],
    [1, 0, 1_048_576, false],
    [0, 16_381, 1, true],
    [0, 16_382, 1, false],
  ])('row %d, column %d, %d rows', (row, column, rows, fits) =>
    expect(fitsOnSheet(row, column, rows, 3)).toBe(fits),
  );
});

describe('a message', () => {
  const page = document.implementation.createHTMLDocument();

  it('holds names as text, whatever is in them', () => {
    const shown = document.createElement('div');
    shown.innerHTML = mailHtml(page, [file({ name: evilName })], labels);
    expect(shown.querySelector('img')).toBeNull();
    expect(shown.querySelector('a')?.textContent).toBe(evilName);
    expect(shown.querySelector('li')?.textContent).toBe(`${evilName} (d:2026-11-22, 1200 B)`);
  });

  it('links only https', () => {
    const html = mailHtml(page, [file({ webUrl: 'javascript:alert(1)' })], labels);
    expect(html).not.toContain('href');
    expect(html).not.toContain('javascript');
  });

  it('is lines of text where the body is text', () => {
    expect(mailPlain([file(), file({ name: 'a\nb', webUrl: 'x:' })], labels)).toBe(
      '- Plan.docx (d:2026-11-22, 1200 B)\n  https://contoso.sharepoint.com/Plan.docx\n- a b (d:2026-11-22, 1200 B)\n',
    );
  });
});

describe('a slide', () => {
  it('knows where each name stands, so that the link is on it and on nothing else', () => {
    const { text, links } = slideText([file({ name: 'Ä😀.pptx' }), file({ name: 'b' })], labels, true);
    expect(links.map(({ start, length }) => text.slice(start, start + length))).toEqual(['Ä😀.pptx', 'b']);
    expect(text.split('\n')).toHaveLength(2);
  });

  it('shows the address where links cannot be set', () => {
    const { text, links } = slideText([file()], labels, false);
    expect(links).toEqual([]);
    expect(text.split('\n')[1]).toBe('https://contoso.sharepoint.com/Plan.docx');
  });
});

it('cuts a list without losing any', () => {
  expect(inChunks(files(5), 2).map((chunk) => chunk.length)).toEqual([2, 2, 1]);
  expect(inChunks([], 2)).toEqual([]);
});
