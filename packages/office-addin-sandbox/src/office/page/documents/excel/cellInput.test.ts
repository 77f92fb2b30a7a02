import { describe, expect, it } from 'vitest';
import { cellInput, hyperlinkFormula, shown } from './cellInput.ts';

describe('cellInput', () => {
  it.each([
    ['plain', 'General', { value: 'plain' }],
    [7, 'General', { value: 7 }],
    [true, 'General', { value: true }],
    ["'=1+1", 'General', { value: '=1+1' }],
    ["''quoted", '@', { value: "'quoted" }],
    ['=1+1', '@', { value: '=1+1' }],
    ['=1+1', 'General', { value: '#NAME?', formula: '=1+1' }],
    ['=HYPERLINK("https://a","A")', 'General', { value: 'A', formula: '=HYPERLINK("https://a","A")' }],
    ['=', 'General', { value: '=' }],
  ])('%j in a cell of format %s', (given, format, expected) => {
    expect(cellInput(given, format)).toEqual(expected);
  });

  it('leaves a cell alone for null', () => {
    expect(cellInput(null, 'General')).toBeUndefined();
  });
});

it('reads the address and the words of a link formula', () => {
  expect(hyperlinkFormula('=hyperlink("https://a/""x""")')).toEqual({
    address: 'https://a/"x"',
    text: 'https://a/"x"',
  });
  expect(hyperlinkFormula('=SUM(A1)')).toBeUndefined();
});

it('shows truth in capitals and numbers by their format', () => {
  expect(shown(true, 'General')).toBe('TRUE');
  expect(shown(0.5, '0%')).toBe('50%');
});
