import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { officeError } from '../../../tests/support/documents.ts';
import { withIdleTimeout, type Step } from './idleTimeout.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('gives what the work gives, and leaves no timer behind', async () => {
  expect(await withIdleTimeout(() => Promise.resolve(7), {})).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  [officeError('GeneralException', 'Range.values'), 'document_failed', 'GeneralException at Range.values'],
  [officeError(9017), 'document_failed', '9017'],
  [officeError('AccessDenied'), 'document_read_only', 'AccessDenied'],
  [officeError('ApiNotFound', 'Range.x'), 'document_unsupported', 'ApiNotFound at Range.x'],
  [new TypeError('quotes the document'), 'document_failed', 'no code'],
  [undefined, 'document_failed', 'no code'],
])('names an error of Office by its code, not by its text', async (error, code, detail) => {
  const work = withIdleTimeout(() => Promise.reject(error as Error), {});
  await expect(work).rejects.toMatchObject({ name: 'ProblemError', code, facts: { detail } });
});

it('ends when Office says nothing, but not while it answers', async () => {
  let step: Step | undefined;
  const work = withIdleTimeout(
    (given) => {
      step = given;
      return new Promise(() => undefined);
    },
    { idleMs: 1000 },
  );
  const ended = expect(work).rejects.toMatchObject({ code: 'document_failed' });
  await vi.advanceTimersByTimeAsync(900);
  step?.();
  await vi.advanceTimersByTimeAsync(900);
  let over = false;
  void work.catch(() => (over = true));
  await vi.advanceTimersByTimeAsync(50);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  await ended;
  // What comes late must not write any more.
  expect(() => step?.()).toThrow();
});

it('ends after the answer that is under way when the user cancels, and the work writes no more', async () => {
  const cancel = new AbortController();
  let answer = () => undefined as void;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const written: number[] = [];
  const work = withIdleTimeout(
    async (step) => {
      for (let part = 1; part < 9; part += 1) {
        await answered;
        written.push(part);
        step();
      }
    },
    { signal: cancel.signal },
  );
  const ended = expect(work).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(0);
  cancel.abort();
  expect(written).toEqual([]);
  answer();
  await ended;
  expect(written).toEqual([1]);
  expect(vi.getTimerCount()).toBe(0);
  await expect(withIdleTimeout(() => Promise.resolve(1), { signal: cancel.signal })).rejects.toThrow();
});

it('waits after a cancel for no Office that never answers', async () => {
  const cancel = new AbortController();
  let step: Step | undefined;
  const work = withIdleTimeout(
    (given) => {
      step = given;
      return new Promise(() => undefined);
    },
    { signal: cancel.signal },
  );
  const ended = expect(work).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(0);
  cancel.abort();
  await vi.advanceTimersByTimeAsync(5000);
  await ended;
  expect(() => step?.()).toThrow();
});
