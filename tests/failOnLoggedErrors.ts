import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Fails any test that logs an unexpected error. */
beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  const logged = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(logged, 'console.error and console.warn').toEqual([]);
});
