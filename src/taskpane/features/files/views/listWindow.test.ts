import { expect, it } from 'vitest';
import { ROW_HEIGHT, rowsInView, rowsToRender } from './listWindow.ts';

it('renders fewer than 40 of 10,000 rows at any scroll position', () => {
  for (const row of [0, 1, 500, 9_990, 9_999]) {
    const { first, end } = rowsInView(-row * ROW_HEIGHT, 600, 10_000);
    expect(first).toBeLessThanOrEqual(row);
    expect(end).toBeGreaterThanOrEqual(Math.min(10_000, row + 12));
    expect(end - first).toBeLessThan(40);
  }
});

it('renders all of a short list, and nothing of one that is out of view', () => {
  expect(rowsInView(-50_000, 600, 150)).toEqual({ first: 0, end: 150 });
  const { first, end } = rowsInView(100_000, 600, 10_000);
  expect(end - first).toBe(0);
});

it('adds the active row in list order', () => {
  expect(rowsToRender({ first: 10, end: 13 }, 2, 100)).toEqual([2, 10, 11, 12]);
  expect(rowsToRender({ first: 10, end: 13 }, 90, 100)).toEqual([10, 11, 12, 90]);
  expect(rowsToRender({ first: 10, end: 13 }, 11, 100)).toEqual([10, 11, 12]);
  expect(rowsToRender({ first: 0, end: 0 }, 0, 0)).toEqual([]);
});
