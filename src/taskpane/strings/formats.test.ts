import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const NOW = new Date(2026, 10, 23, 15, 30).getTime();
const formats = (locale: string) => createFormats({ locale });

/** ICU versions differ in the kind of space that they use. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

describe('size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1024, '1 kB'],
    [1500, '1.5 kB'],
    [9960, '10 kB'],
    [15_500, '15.5 kB'],
    [999_940, '999.9 kB'],
    [999_999, '1 MB'],
    [1_048_576, '1 MB'],
    [2_500_000, '2.5 MB'],
    [250e9, '250 GB'],
    [15e12, '15 TB'],
    [5e15, '5,000 TB'],
  ])('formats %d bytes as %s', (bytes, expected) => {
    expect(plain(formats('en-US').size(bytes))).toBe(expected);
  });

  it.each([Number.NaN, Infinity, -1])('returns an empty text for the invalid size %d', (bytes) => {
    expect(formats('en').size(bytes)).toBe('');
  });

  it.each([
    ['de-DE', 2_500_000, '2,5 MB'],
    ['de-DE', 500, '500 Byte'],
    ['pt-BR', 2_500_000, '2,5 MB'],
    ['ja-JP', 500, '500 バイト'],
    ['th-TH', 500, '500 ไบต์'],
    ['ar-EG', 2500, '٢٫٥ كيلوبايت'],
  ])('in %s, formats %d bytes as %s', (locale, bytes, expected) => {
    expect(plain(formats(locale).size(bytes))).toBe(expected);
  });
});

/** Returns the time `minutes` before NOW, a Monday afternoon in the local time zone. */
function ago(minutes: number): string {
  return new Date(NOW - minutes * 60_000).toISOString();
}

const local = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('changed', () => {
  it.each([
    ['en-US', ago(0), 'this minute'],
    ['en-US', ago(-0.5), 'this minute'],
    ['en-US', ago(1), '1 minute ago'],
    ['en-US', ago(59), '59 minutes ago'],
    ['en-US', ago(60), '1 hour ago'],
    ['en-US', ago(24 * 60 - 1), '23 hours ago'],
    ['en-US', ago(24 * 60), 'yesterday'],
    // 40 hours ago, but two calendar days.
    ['en-US', local(2026, 10, 21, 23, 30), '2 days ago'],
    ['en-US', local(2026, 10, 17, 15, 30), '6 days ago'],
    ['en-US', local(2026, 10, 16, 15, 30), 'Nov 16, 2026'],
    ['en-US', local(2027, 10, 23, 12, 0), 'Nov 23, 2027'],
    ['en-GB', local(2025, 10, 22, 12, 0), '22 Nov 2025'],
    ['de-DE', ago(120), 'vor 2 Stunden'],
    ['de-DE', local(2024, 1, 29, 12, 0), '29.02.2024'],
    ['ja-JP', ago(24 * 60), '昨日'],
    ['ja-JP', local(2025, 10, 22, 12, 0), '2025/11/22'],
    ['pt-BR', ago(120), 'há 2 horas'],
    ['pt-BR', local(2025, 10, 22, 12, 0), '22 de nov. de 2025'],
    // The Buddhist calendar.
    ['th-TH', local(2025, 10, 22, 12, 0), '22 พ.ย. 2568'],
    ['ar-EG', ago(180), 'قبل ٣ ساعات'],
  ])('in %s, formats %s as %s', (locale, iso, expected) => {
    expect(plain(formats(locale).changed(iso, NOW))).toBe(expected);
  });

  it.each(['', 'long ago', '2026-13-01'])('returns an empty text for the invalid date %j', (iso) => {
    expect(formats('en').changed(iso, NOW)).toBe('');
    expect(formats('en').moment(iso)).toBe('');
  });
});

it('formats date and time', () => {
  expect(plain(formats('en-US').moment(local(2026, 10, 23, 9, 5)))).toBe('Nov 23, 2026, 9:05 AM');
  expect(plain(formats('de-DE').moment(local(2026, 10, 23, 9, 5)))).toBe('23.11.2026, 09:05');
});

it('formats numbers for the locale', () => {
  expect(formats('en').number(12345)).toBe('12,345');
  expect(formats('de').number(12345)).toBe('12.345');
});
