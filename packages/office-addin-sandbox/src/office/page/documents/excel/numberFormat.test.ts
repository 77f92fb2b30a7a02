import { expect, it } from 'vitest';
import { formatNumber } from './numberFormat.ts';

const size = '[<1000]0" B";[<1000000]0.0," kB";#,##0.0,," MB"';

it.each([
  [999, size, '999 B'],
  [1000, size, '1.0 kB'],
  [1_141_570, size, '1.1 MB'],
  [2_500_000_000, size, '2,500.0 MB'],
  [1234.5, '#,##0.00', '1,234.50'],
  [1234, '0', '1234'],
  [-3, '0.0', '-3.0'],
  [-3, '0;(0)', '(3)'],
  [0, '0;-0;"none"', 'none'],
  [0.256, '0.0%', '25.6%'],
  [5, '000', '005'],
  [7, 'General', '7'],
  [7, '@', '7'],
  [45000, 'yyyy-mm-dd', '2023-03-15'],
  [45000.75, 'dddd h:mm AM/PM', 'Wednesday 6:00 PM'],
  [1234, '0.00E+00', '1.23E+03'],
  [3, 'bad[', '######'],
])('formats %d with %s', (value, format, expected) => {
  expect(formatNumber(value, format)).toBe(expected);
});
