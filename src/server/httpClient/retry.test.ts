import { describe, expect, it } from 'vitest';
import {
  retryAfterSeconds,
  requestedWaitSeconds,
  retryWaitMs,
  type Outcome,
  type Repeatable,
} from './retry.ts';

const limits = { shortWaitMs: 2_000, retryDelayMs: 200 };
const wait = (outcome: Outcome, repeated = 0, random = 0.5, repeatable: Repeatable = 'safe') =>
  retryWaitMs(outcome, repeatable, repeated, random, limits);
const lost = { fault: 'unreachable', wasSent: true } as const;
const notConnected = { fault: 'unreachable', wasSent: false } as const;
const answer = (status: number, retryAfter?: number) => ({ status, retryAfter });

describe('retryWaitMs', () => {
  it.each([
    [200, 'a reset', lost, 0],
    [400, 'a second reset', lost, 1],
    [undefined, 'a third reset', lost, 2],
    [undefined, 'a timeout', { fault: 'timeout', wasSent: true }, 0],
    [undefined, 'a response that is too large', { fault: 'too-large', wasSent: true }, 0],
    [200, 'a 503', answer(503), 0],
    [1000, 'a 503 with Retry-After: 1', answer(503, 1), 0],
    [undefined, 'a 503 with Retry-After: 60', answer(503, 60), 0],
    [2000, 'a 429 with Retry-After: 2', answer(429, 2), 0],
    [undefined, 'a second 429', answer(429, 2), 1],
    [undefined, 'a 429 with Retry-After: 3', answer(429, 3), 0],
    [undefined, 'a 429 without Retry-After', answer(429), 0],
    [undefined, 'a 501', answer(501), 0],
    [undefined, 'a 404', answer(404), 0],
    [undefined, 'a 200', answer(200), 0],
  ] as const)('returns %s after %s', (expected, _name, outcome, repeated) => {
    expect(wait(outcome, repeated)).toBe(expected);
  });

  it.each<[string, Outcome, Repeatable, number | undefined]>([
    ['a POST without a connection', notConnected, 'no', 200],
    ['a POST after a lost connection', lost, 'no', undefined],
    ['a DELETE after a lost connection', lost, 'idempotent', undefined],
    ['a POST that timed out', { fault: 'timeout', wasSent: true }, 'no', undefined],
    ['a POST after 429 with Retry-After', answer(429, 1), 'no', 1000],
    ['a POST after 429 without Retry-After', answer(429), 'no', undefined],
    ['a POST after 503 with Retry-After', answer(503, 1), 'no', undefined],
    ['a PUT after 503 with Retry-After', answer(503, 1), 'idempotent', 1000],
    ['a PUT after 503 without Retry-After', answer(503), 'idempotent', undefined],
    ['a PUT after 500 with Retry-After', answer(500, 1), 'idempotent', undefined],
  ])('decides about %s', (_name, outcome, repeatable, expected) => {
    expect(wait(outcome, 0, 0.5, repeatable)).toBe(expected);
  });

  it('adds jitter of up to half the delay', () => {
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
    [' 7 ', 7],
    ['9'.repeat(400), 3600],
    ['Thursday, 01-Jan-26 00:00:30 GMT', 30],
    ['Thu Jan  1 00:00:30 2026', 30],
    ['Fri, 01 Jan 2027 00:00:00 GMT', 3600],
    ['60, 60', 60],
    ['5,60', 60],
    ['Thu, 01 Jan 2026 00:00:30 GMT, Thu, 01 Jan 2026 00:00:40 GMT', 40],
    ['30, Wed, 31 Dec 2025 00:00:00 GMT', 30],
    ['-1, 20', 20],
  ])('returns for %s %i seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });

  it.each([
    ['Wed, 31 Dec 2025 00:00:00 GMT'],
    ['Thu, 01 Jan 2026 00:00:00 GMT'],
    ['Thu, 99 Jan 2026 00:00:30 GMT'],
    ['2026-01-01T00:00:30Z'],
    ['-1'],
    ['-1, -1'],
    ['+5'],
    ['1e3'],
    ['0x10'],
    ['Infinity'],
    ['NaN'],
    ['1.2.3'],
    ['60 seconds'],
    ['60; 60'],
    ['soon'],
    ['-5 apples'],
    [','],
    [''],
    [undefined],
  ])('returns undefined for %s', (header) => {
    expect(retryAfterSeconds(header, now)).toBeUndefined();
  });
});

describe('requestedWaitSeconds', () => {
  it.each<[string, number, Record<string, string>, number | undefined]>([
    ['prefers Retry-After', 429, { 'retry-after': '5', 'ratelimit-reset': '31' }, 5],
    ['falls back to RateLimit-Reset', 429, { 'retry-after': '-1', 'ratelimit-reset': '31' }, 31],
    ['ignores RateLimit-Reset unless it is in seconds', 429, { 'ratelimit-reset': 'tomorrow' }, undefined],
    ['ignores RateLimit-Reset of other statuses', 503, { 'ratelimit-reset': '31' }, undefined],
  ])('%s', (_name, status, headers, seconds) => {
    expect(requestedWaitSeconds({ status, headers }, 0)).toBe(seconds);
  });
});
