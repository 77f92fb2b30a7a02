import { expect, it } from 'vitest';
import { sanitizeText } from './sanitize.ts';

it.each([
  ['cuts before an emoji at the limit', `${'a'.repeat(399)}😀`, 'a'.repeat(399)],
  ['cuts before a joined emoji', `${'a'.repeat(395)}👨‍👩‍👧.docx`, 'a'.repeat(395)],
  ['replaces a lone surrogate', 'a\ud83d.docx', 'a\ufffd.docx'],
  ['does not join surrogates across a removed character', '\ud83d\u202e\ude00', '\ufffd\ufffd'],
  ['counts characters after removing control characters', '\u0000'.repeat(500) + 'a.docx', 'a.docx'],
  ['removes bidirectional marks', 'invoice\u202excod.exe', 'invoicexcod.exe'],
  ['keeps combining marks in Thai', 'น้ำ.docx', 'น้ำ.docx'],
  ['returns null for control characters only', '\u0007\u2066 \u2069', null],
  ['returns null for anything but a string', 7, null],
])('%s', (_name, value, expected) => expect(sanitizeText(value)).toBe(expected));

it('handles a name of 4 MB quickly', () => {
  const start = performance.now();
  expect(sanitizeText('e\u0301'.repeat(2_000_000))?.length).toBe(400);
  expect(performance.now() - start).toBeLessThan(2000);
});
