import { expect, it } from 'vitest';
import { sanitizeText } from './sanitize.ts';

it.each([
  ['cuts before an emoji at the limit', `${'a'.repeat(399)}😀`, 'a'.repeat(399)],
  ['cuts before a joined emoji', `${'a'.repeat(395)}👨‍👩‍👧.docx`, 'a'.repeat(395)],
  ['replaces half a pair', 'a\ud83d.docx', 'a\ufffd.docx'],
  ['joins no two halves across what it takes out', '\ud83d\u202e\ude00', '\ufffd\ufffd'],
  ['counts what is left after controls are taken out', '\u0000'.repeat(500) + 'a.docx', 'a.docx'],
  ['takes out marks of direction', 'invoice\u202excod.exe', 'invoicexcod.exe'],
  ['keeps what Thai needs', 'น้ำ.docx', 'น้ำ.docx'],
  ['returns null for controls alone', '\u0007\u2066 \u2069', null],
  ['returns null for no text', 7, null],
])('%s', (_name, value, expected) => expect(sanitizeText(value)).toBe(expected));

it('takes a name of four megabytes in little time', () => {
  const start = performance.now();
  expect(sanitizeText('e\u0301'.repeat(2_000_000))?.length).toBe(400);
  expect(performance.now() - start).toBeLessThan(2000);
});
