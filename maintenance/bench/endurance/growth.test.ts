import { expect, it } from 'vitest';
import { growth } from './growth.ts';

const samples = (...values: number[]) => values.map((value) => ({ rss: value, heap: 100 }));

it('is that of the floor, whatever comes and goes above it', () => {
  expect(growth(samples(200, 250, 210, 190, 240, 250, 195, 200))).toEqual({ rss: 195 / 190 - 1, heap: 0 });
});

it('is seen when the floor rises slowly', () => {
  expect(growth(samples(100, 150, 105, 160, 110, 170, 115, 180)).rss).toBeCloseTo(0.1);
});
