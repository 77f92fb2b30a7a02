import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A logged error is a defect that nobody looked at: it fails the test that caused it. */
beforeEach(() => {
  vi.spyOn(console, 'error');
  vi.spyOn(console, 'warn');
});

afterEach(() => {
  const logged = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(logged, 'console.error and console.warn').toEqual([]);
});
