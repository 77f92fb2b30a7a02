/**
 * Settles as `work` does, or rejects with what `late` makes after `ms`, or with the signal's reason.
 * `work` itself cannot be stopped (Office's calls have no cancel): its late end is ignored.
 */
export async function withTimeLimit<T>(
  work: Promise<T>,
  ms: number,
  late: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  const ended = new AbortController();
  const limit = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    const onAbort = () => reject(abortReason(signal));
    ended.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    ended.abort();
  }
}

/** Waits `seconds`; rejects with the signal's reason when it is cancelled. */
export function wait(seconds: number, signal: AbortSignal): Promise<void> {
  if (seconds <= 0 && !signal.aborted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, seconds * 1000);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

function abortReason(signal?: AbortSignal): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('Cancelled', 'AbortError');
}
