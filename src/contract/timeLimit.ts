/**
 * Settles as `work` does, but rejects with `late()` after `ms` milliseconds, and with the signal's reason when it is
 * aborted. `work` goes on in both cases; how it ends is ignored. (`AbortSignal.timeout` can't be cleared, and
 * `AbortSignal.any` is missing in older Office web views.)
 */
export async function withTimeLimit<T>(
  work: Promise<T>,
  ms: number,
  late: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  let stop: () => void = () => undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    const onAbort = () => reject(abortReason(signal));
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop();
  }
}

/** Returns why a signal has been aborted, as an error. */
export function abortReason(signal?: AbortSignal): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('Cancelled', 'AbortError');
}
