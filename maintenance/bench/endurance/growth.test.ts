import { expect, it } from 'vitest';
import { growth } from './growth.ts';

const samples = (...values: number[]) => values.map((value) => ({ rss: value, heap: 100 }));

it('compares minimums, and ignores peaks', () => {
  expect(growth(samples(200, 250, 210, 190, 240, 250, 195, 200))).toEqual({ rss: 195 / 190 - 1, heap: 0 });
});

it('detects a slowly rising minimum', () => {
  expect(growth(samples(100, 150, 105, 160, 110, 170, 115, 180)).rss).toBeCloseTo(0.1);
});
