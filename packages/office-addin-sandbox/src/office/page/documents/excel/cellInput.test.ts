import { describe, expect, it } from 'vitest';
import { cellInput, hyperlinkFormula, displayText } from './cellInput.ts';

describe('cellInput', () => {
  it.each([
    ['plain', 'General', { value: 'plain' }],
    [7, 'General', { value: 7 }],
    [true, 'General', { value: true }],
    ["'=1+1", 'General', { value: '=1+1' }],
    ["''quoted", '@', { value: "'quoted" }],
    ['=1+1', '@', { value: '=1+1' }],
    ['=1+1', 'General', { value: '', formula: '=1+1' }],
    ['=HYPERLINK("https://a","A")', 'General', { value: '', formula: '=HYPERLINK("https://a","A")' }],
    ['=', 'General', { value: '=' }],
  ])('interprets %j in a cell with format %s', (given, format, expected) => {
    expect(cellInput(given, format)).toEqual(expected);
  });

  it('returns undefined for null, which leaves the cell unchanged', () => {
    expect(cellInput(null, 'General')).toBeUndefined();
  });
});

it('parses address and text of a HYPERLINK formula', () => {
  expect(hyperlinkFormula('=hyperlink("https://a/""x""")')).toEqual({
    address: 'https://a/"x"',
    text: 'https://a/"x"',
  });
  expect(hyperlinkFormula('=SUM(A1)')).toBeUndefined();
});

it('displays booleans in capitals and numbers in their format', () => {
  expect(displayText(true, 'General')).toBe('TRUE');
  expect(displayText(0.5, '0%')).toBe('50%');
});
