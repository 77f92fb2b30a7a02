import { expect, it, vi } from 'vitest';
import { withTimeLimit } from './timeLimit.ts';

const late = () => new Error('late');
const never = new Promise<never>(() => undefined);

it('settles like the work, and removes its timer and listener', async () => {
  vi.useFakeTimers();
  const signal = new AbortController().signal;
  const removed = vi.spyOn(signal, 'removeEventListener');
  await expect(withTimeLimit(Promise.resolve(1), 1_000, late, signal)).resolves.toBe(1);
  await expect(withTimeLimit(Promise.reject(new Error('failed')), 1_000, late)).rejects.toThrow('failed');
  expect(vi.getTimerCount()).toBe(0);
  expect(removed).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

it('rejects after the time limit, and ignores the later result of the work', async () => {
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<never>((_resolve, reject) => (fail = reject));
  await expect(withTimeLimit(work, 1, late)).rejects.toThrow('late');
  fail(new Error('ignored'));
  await new Promise((resolve) => setImmediate(resolve));
});

it("rejects with the signal's reason, even if it was aborted before the call", async () => {
  const aborting = new AbortController();
  const waiting = withTimeLimit(never, 60_000, late, aborting.signal);
  aborting.abort(new Error('aborted'));
  await expect(waiting).rejects.toThrow('aborted');
  await expect(withTimeLimit(never, 60_000, late, aborting.signal)).rejects.toThrow('aborted');
  await expect(withTimeLimit(never, 60_000, late, AbortSignal.abort('text'))).rejects.toThrow('Cancelled');
});
