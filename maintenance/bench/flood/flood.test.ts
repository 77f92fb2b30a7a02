// @module-tag full
import { expect, it } from 'vitest';
import { wrongsOf } from './flood.ts';
import { runFlood } from './runFlood.ts';

/** The small form of `npm run bench -- flood`, against the real process. */

const print = () => undefined;

it('20,000 bad tokens: 401 each, memory flat, keys hardly asked for', async () => {
  const result = await runFlood({ count: 20_000, seed: 7, rateLimit: 0, addresses: 1 }, print);
  expect(result.statuses).toEqual({ 401: 20_000 });
  expect(wrongsOf(result)).toEqual([]);
}, 90_000);

it('with a rate limit: refused before they are looked at', async () => {
  const result = await runFlood({ count: 5_000, seed: 7, rateLimit: 60, addresses: 1 }, print);
  expect(result.statuses['401']).toBeGreaterThanOrEqual(600);
  expect(result.statuses['429']).toBeGreaterThan(2_000);
  expect(wrongsOf(result)).toEqual([]);
}, 60_000);
