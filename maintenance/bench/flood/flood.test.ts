// @module-tag full
import { expect, it } from 'vitest';
import { problemsIn } from './flood.ts';
import { runFlood } from './runFlood.ts';

/** A small version of `npm run bench -- flood`, against the real process. */

const print = () => undefined;

it('answers 20,000 bad tokens with 401, at constant memory and few key loads', async () => {
  const result = await runFlood({ count: 20_000, seed: 7, rateLimit: 0, addresses: 1 }, print);
  expect(result.statuses).toEqual({ 401: 20_000 });
  expect(problemsIn(result)).toEqual([]);
}, 90_000);

it('rejects bad tokens before validation if there is a rate limit', async () => {
  const result = await runFlood({ count: 5_000, seed: 7, rateLimit: 60, addresses: 1 }, print);
  expect(result.statuses['401']).toBeGreaterThanOrEqual(600);
  expect(result.statuses['429']).toBeGreaterThan(2_000);
  expect(problemsIn(result)).toEqual([]);
}, 60_000);
