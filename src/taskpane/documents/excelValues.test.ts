// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fitsOnSheet } from './excel.ts';
import { neverFormula, rangeFormats, rangeValues, sortableDate } from './excelValues.ts';
import { content, file } from '../../../tests/support/documents.ts';

describe('Excel values', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', "'quoted'.txt", '\uff1d1'])(
    'escapes %j, which Excel could read as a formula',
    (text) => expect(neverFormula(text)).toBe(`'${text}`),
  );

  it.each(['Plan.docx', '2026-11-22', 'a=b', ''])('leaves %j unchanged', (text) =>
    expect(neverFormula(text)).toBe(text),
  );

  it('writes dates that sort as text', () => {
    expect(sortableDate('2026-11-22T10:15:00')).toBe('2026-11-22 10:15');
    expect(sortableDate('never')).toBe('');
  });

  it('returns a format for every value: text, except for sizes', () => {
    const values = rangeValues(content([file({ name: '=cmd|x' }), file({ name: '\tx', size: Number.NaN })]));
    expect(values[0]).toEqual(['Name', 'Changed', 'Size']);
    expect(values[1]?.[0]).toBe("'=cmd|x");
    expect(values[2]).toEqual(['x', expect.any(String), 0]);
    const formats = rangeFormats(content([file(), file()]));
    expect(formats.map((row) => row.length)).toEqual(values.map((row) => row.length));
    expect(formats.map((row) => row.slice(0, 2))).toEqual(Array(3).fill(['@', '@']));
  });

  it.each([
    [0, 0, 1_048_576, true],
    [1, 0, 1_048_576, false],
    [0, 16_381, 1, true],
    [0, 16_382, 1, false],
  ])('fitsOnSheet for row %d, column %d and %d rows is %s', (row, column, rows, fits) =>
    expect(fitsOnSheet(row, column, rows, 3)).toBe(fits),
  );
});
