import { expect, it } from 'vitest';
import { textHeight } from './textHeight.ts';

it.each([
  ['one line', 'Plan.docx', 1],
  ['two lines', 'Plan.docx\rBudget.xlsx', 2],
  ['a long word that is broken', 'W'.repeat(200), 5],
  ['a long word in Han', '長'.repeat(200), 5],
  ['marks that take no width', `e${'\u0301'.repeat(3000)}`, 1],
])('estimates the height of %s', (_name, text, lines) => {
  const height = textHeight(text, 600, 14);
  expect(height).toBeGreaterThanOrEqual(lines * 14 * 1.2);
  expect(height).toBeLessThan((lines + 2) * 14 * 1.7 + 8);
});

it('increases when the box gets narrower', () => {
  const text = 'a name of several words.docx '.repeat(20);
  expect(textHeight(text, 300, 14)).toBeGreaterThan(textHeight(text, 600, 14));
  expect(Number.isFinite(textHeight(text, 0, 14))).toBe(true);
});
