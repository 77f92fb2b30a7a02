import { abortReason } from '../contract/timeLimit.ts';

/** Resolves after `seconds`; rejects with the signal's reason when it is aborted. */
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
