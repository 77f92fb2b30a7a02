import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaName, columnName, isOnSheet, maxColumns, maxRows, overlap, parseArea } from './address.ts';

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('names column %i %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

it.each([
  ['B2', { row: 1, column: 1, rows: 1, columns: 1 }],
  ['$c$3:a1', { row: 0, column: 0, rows: 3, columns: 3 }],
  ["'My sheet'!A1:B2", { row: 0, column: 0, rows: 2, columns: 2 }],
  ['A:C', { row: 0, column: 0, rows: maxRows, columns: 3 }],
  ['2:3', { row: 1, column: 0, rows: 2, columns: maxColumns }],
])('parses %s', (text, area) => {
  expect(parseArea(text)).toEqual(area);
});

it.each(['', 'A0', 'ZZZ1', 'A1:', '1A', 'A1048577', 'A1,B2'])(
  'returns undefined for the invalid address %j',
  (text) => {
    expect(parseArea(text)).toBeUndefined();
  },
);

const area = fc
  .record({
    row: fc.nat(maxRows - 1),
    column: fc.nat(maxColumns - 1),
    rows: fc.integer({ min: 1, max: 500 }),
    columns: fc.integer({ min: 1, max: 50 }),
  })
  .filter(isOnSheet);

it('parses every area that it writes', () => {
  fc.assert(
    fc.property(area, (one) => {
      expect(parseArea(areaName(one))).toEqual(one);
    }),
  );
});

it('detects overlaps symmetrically', () => {
  fc.assert(fc.property(area, area, (one, two) => overlap(one, two) === overlap(two, one)));
});
