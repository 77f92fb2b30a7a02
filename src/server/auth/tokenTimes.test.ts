import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../../contract/problem.ts';
import { checkTimes } from './checkClaims.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const seconds = now / 1000;
const HOUR = 3_600;

type Times = Record<'exp' | 'nbf' | 'iat', unknown>;
const good: Times = { iat: seconds, nbf: seconds, exp: seconds + HOUR };

/** Returns exp in milliseconds, or the problem code. */
function verdict(changed: Partial<Times>): number | string {
  try {
    return checkTimes({ ...good, ...changed }, now);
  } catch (error) {
    if (isProblem(error)) return error.code;
    throw error;
  }
}

describe('checkTimes', () => {
  it.each<[string, Partial<Times>]>([
    ['a token valid for an hour', {}],
    ['a token valid for a day', { exp: seconds + 24 * HOUR }],
    ['exp 25 hours ahead', { exp: seconds + 25 * HOUR }],
    ['exp 59 seconds ago', { iat: seconds - HOUR, nbf: seconds - HOUR, exp: seconds - 59 }],
    ['nbf and iat 60 seconds ahead', { iat: seconds + 60, nbf: seconds + 60 }],
    ['a token without iat and nbf', { iat: undefined, nbf: undefined }],
  ])('accepts %s', (_name, changed) => {
    expect(verdict(changed)).toBe(Number({ ...good, ...changed }.exp) * 1000);
  });

  it.each(['exp', 'nbf', 'iat'] as const)('rejects any %s that is not a whole number of seconds', (name) => {
    const invalid = [
      now + HOUR * 1000, // milliseconds
      1e308,
      Number.MAX_SAFE_INTEGER,
      Infinity,
      NaN,
      -1,
      -seconds,
      seconds + 0.5,
      String(seconds + HOUR),
      '',
      null,
      true,
      [seconds],
      { valueOf: () => seconds },
    ];
    for (const value of invalid) expect(verdict({ [name]: value }), String(value)).toBe('token_invalid');
  });

  it.each<[string, Partial<Times>, string]>([
    ['exp 25 hours and a second ahead', { exp: seconds + 25 * HOUR + 1 }, 'token_invalid'],
    ['nbf after exp', { nbf: seconds + 40, exp: seconds + 20 }, 'token_invalid'],
    ['nbf after exp, both within the tolerance', { nbf: seconds - 10, exp: seconds - 20 }, 'token_invalid'],
    ['nbf equal to exp', { nbf: seconds + 30, exp: seconds + 30 }, 'token_invalid'],
    ['iat after exp', { iat: seconds + 40, exp: seconds + 20 }, 'token_invalid'],
    ['nbf 61 seconds ahead', { nbf: seconds + 61 }, 'token_invalid'],
    ['iat 61 seconds ahead', { iat: seconds + 61 }, 'token_invalid'],
    ['a missing exp', { exp: undefined }, 'token_invalid'],
    ['exp 60 seconds ago', { exp: seconds - 60 }, 'token_expired'],
    ['an exp of 0', { exp: 0 }, 'token_expired'],
  ])('rejects %s', (_name, changed, code) => {
    expect(verdict(changed)).toBe(code);
  });

  it('accepts only whole seconds in the right order, for any JSON value', () => {
    const nearby = fc.integer({ min: -30 * HOUR, max: 30 * HOUR }).map((offset) => seconds + offset);
    const value = fc.oneof(
      { weight: 4, arbitrary: nearby },
      fc.double(),
      fc.bigInt().map(Number),
      fc.jsonValue(),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.record({ exp: value, nbf: value, iat: value }), (times) => {
        const result = verdict(times);
        if (typeof result === 'string') return ['token_invalid', 'token_expired'].includes(result);
        const { exp, nbf, iat } = times as Record<string, number | undefined>;
        expect(result).toBe(Number(exp) * 1000);
        for (const time of [exp, nbf, iat]) {
          if (time === undefined) continue;
          expect(Number.isSafeInteger(time)).toBe(true);
          expect(time).toBeLessThanOrEqual(seconds + 25 * HOUR);
        }
        expect(exp).toBeGreaterThan(seconds - 60);
        expect(nbf ?? seconds).toBeLessThanOrEqual(seconds + 60);
        expect(iat ?? seconds).toBeLessThanOrEqual(seconds + 60);
        expect(nbf ?? -1).toBeLessThan(exp ?? 0);
        return true;
      }),
      { numRuns: 2_000 },
    );
  });
});
