import { expect, it } from 'vitest';
import { sinceStart } from './logTime.ts';

it.each([
  [-5, '+0.0 s'],
  [420, '+0.4 s'],
  [12_400, '+12 s'],
  [99_000, '+99 s'],
  [120_000, '+2 min'],
])('formats %i ms as %s', (ms, text) => {
  expect(sinceStart(ms)).toBe(text);
});
