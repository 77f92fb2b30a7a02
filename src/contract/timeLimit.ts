/**
 * Settles like `work`, but rejects with `timeoutError()` after `ms` milliseconds, or with the signal's reason once it is
 * aborted. Neither stops `work`; its result is then ignored. (`AbortSignal.timeout` can't be cleared, and
 * `AbortSignal.any` is missing in older Office web views.)
 */
export async function withTimeLimit<T>(
  work: Promise<T>,
  ms: number,
  timeoutError: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  let cleanUp: () => void = () => undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(timeoutError()), ms);
    const onAbort = () => reject(abortReason(signal));
    cleanUp = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    cleanUp();
  }
}

/** Returns the reason of an aborted signal as an error. */
export function abortReason(signal?: AbortSignal): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('Cancelled', 'AbortError');
}
