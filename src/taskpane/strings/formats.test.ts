import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const NOW = new Date('2026-11-23T15:30:00Z');

function formats(locale: string, timeZone = 'UTC') {
  return createFormats({ locale, now: () => NOW, timeZone });
}

/** ICU writes several kinds of space, which differ between its versions. */
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
    [15_500, '16 kB'],
    [999_499, '999 kB'],
    [999_999, '1 MB'],
    [1_048_576, '1 MB'],
    [2_500_000, '2.5 MB'],
    [250e9, '250 GB'],
    [15e12, '15 TB'],
    [7e15, '7 PB'],
    [5e18, '5,000 PB'],
  ])('%d bytes are %s', (bytes, expected) => {
    expect(plain(formats('en-US').size(bytes))).toBe(expected);
  });

  it.each([Number.NaN, Infinity, -1])('%d is no size', (bytes) => {
    expect(formats('en').size(bytes)).toBe('');
  });

  it.each([
    ['de-DE', 2_500_000, '2,5 MB'],
    ['de-DE', 500, '500 Byte'],
    ['pt-BR', 2_500_000, '2,5 MB'],
    ['ja-JP', 500, '500 バイト'],
    ['th-TH', 500, '500 ไบต์'],
    ['ar-EG', 2500, '٢٫٥ كيلوبايت'],
  ])('in %s %d bytes are %s', (locale, bytes, expected) => {
    expect(plain(formats(locale).size(bytes))).toBe(expected);
  });
});

describe('date', () => {
  it.each([
    ['en-US', '2026-11-23T09:05:00Z', '9:05 AM'],
    ['en-US', '2026-11-22T23:59:00Z', 'Nov 22'],
    ['en-US', '2026-01-01T00:00:00Z', 'Jan 1'],
    ['en-US', '2025-12-31T23:59:59Z', 'Dec 31, 2025'],
    ['en-GB', '2026-11-22T12:00:00Z', '22 Nov'],
    ['de-DE', '2026-11-23T09:05:00Z', '09:05'],
    ['de-DE', '2026-11-22T12:00:00Z', '22. Nov.'],
    ['de-DE', '2024-02-29T12:00:00Z', '29. Feb. 2024'],
    ['ja-JP', '2026-11-22T12:00:00Z', '11月22日'],
    ['ja-JP', '2025-11-22T12:00:00Z', '2025年11月22日'],
    ['pt-BR', '2026-11-23T09:05:00Z', '09:05'],
    ['pt-BR', '2025-11-22T12:00:00Z', '22 de nov. de 2025'],
    // The year of the Buddhist calendar, which Thailand uses.
    ['th-TH', '2025-11-22T12:00:00Z', '22 พ.ย. 2568'],
    ['ar-EG', '2026-11-22T12:00:00Z', '٢٢ نوفمبر'],
  ])('in %s %s is %s', (locale, iso, expected) => {
    expect(plain(formats(locale).date(iso))).toBe(expected);
  });

  it('goes by the day where the user is', () => {
    const lateOnTheDayBefore = '2026-11-22T20:00:00Z';
    expect(plain(formats('en-US', 'UTC').date(lateOnTheDayBefore))).toBe('Nov 22');
    expect(plain(formats('en-US', 'Asia/Tokyo').date('2026-11-23T15:10:00Z'))).toBe('12:10 AM');
    expect(plain(formats('en-US', 'Asia/Tokyo').date('2026-11-23T14:50:00Z'))).toBe('Nov 23');
  });

  it('is complete with full, whenever it is read', () => {
    expect(plain(formats('en-US').full('2026-11-23T09:05:00Z'))).toBe('Nov 23, 2026, 9:05 AM');
    expect(plain(formats('de-DE').full('2026-11-23T09:05:00Z'))).toBe('23.11.2026, 09:05');
  });

  it.each(['', 'yesterday', '2026-13-01'])('%j is no date', (iso) => {
    expect(formats('en').date(iso)).toBe('');
    expect(formats('en').full(iso)).toBe('');
  });
});

it('groups numbers as the locale does', () => {
  expect(formats('en').number(12345)).toBe('12,345');
  expect(formats('de').number(12345)).toBe('12.345');
});
