import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retryAfter.ts';
import { retryWaitMs, type Outcome } from './retryWait.ts';

const limits = { shortWaitMs: 2_000, retryDelayMs: 200 };
const wait = (outcome: Outcome, repeated = 0, random = 0.5) => retryWaitMs(outcome, repeated, random, limits);
const answer = (status: number, retryAfter?: number) => ({ status, retryAfter });

describe('retryWaitMs', () => {
  it.each([
    ['a reset', { fault: 'unreachable' }, 0, 200],
    ['a second reset', { fault: 'unreachable' }, 1, 400],
    ['a third reset', { fault: 'unreachable' }, 2, undefined],
    ['silence', { fault: 'timeout' }, 0, undefined],
    ['too many bytes', { fault: 'too-large' }, 0, undefined],
    ['503', answer(503), 0, 200],
    ['503 that asks for a second', answer(503, 1), 0, 1000],
    ['503 that asks for a minute', answer(503, 60), 0, undefined],
    ['429 that asks for two seconds', answer(429, 2), 0, 2000],
    ['429 that asks again', answer(429, 2), 1, undefined],
    ['429 that asks for long', answer(429, 3), 0, undefined],
    ['429 that names no time', answer(429), 0, undefined],
    ['501', answer(501), 0, undefined],
    ['404', answer(404), 0, undefined],
    ['200', answer(200), 0, undefined],
  ] as const)('%s', (_name, outcome, repeated, expected) => {
    expect(wait(outcome, repeated)).toBe(expected);
  });

  it('spreads the repetitions', () => {
    expect(wait(answer(500), 0, 0)).toBe(100);
    expect(wait(answer(500), 0, 1)).toBe(300);
  });
});

describe('retryAfterSeconds', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it.each([
    ['3', 3],
    ['0', 0],
    ['1.2', 2],
    ['99999999', 3600],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-5 apples', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});
