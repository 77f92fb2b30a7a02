import { ProblemError } from '../../contract/problem.ts';
import { documentProblem } from './problems.ts';

/** Call it after each response from Office: restarts the timer; throws after a cancel or a timeout. */
export type Checkpoint = () => void;

const IDLE_MS = 30_000;
/** Time after a cancel for the pending request to complete, so that the pane can report how much was inserted. */
const GRACE_MS = 5_000;

/**
 * Runs work that sends several requests to Office. These have no time limit and can't be canceled, so this function
 * stops waiting: it rejects with `document_failed` when Office doesn't respond for `idleMs`, and after a cancel with the
 * signal's reason, once the pending request has completed. Late work throws at its next checkpoint and writes no more.
 */
export async function withIdleTimeout<T>(
  work: (checkpoint: Checkpoint) => PromiseLike<T>,
  { signal, idleMs = IDLE_MS }: { signal?: AbortSignal | undefined; idleMs?: number },
): Promise<T> {
  signal?.throwIfAborted();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timedOut: ProblemError | undefined;
  let onAbort: (() => void) | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const restartTimer = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          timedOut = new ProblemError('document_failed', { detail: `no answer within ${idleMs / 1000} s` });
          reject(timedOut);
        }, idleMs);
      };
      onAbort = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(signal?.reason as Error), GRACE_MS);
      };
      signal?.addEventListener('abort', onAbort);
      const checkpoint = () => {
        if (timedOut) throw timedOut;
        signal?.throwIfAborted();
        restartTimer();
      };
      restartTimer();
      // A call to Office can also throw synchronously.
      Promise.resolve()
        .then(() => work(checkpoint))
        .then(resolve, (error: unknown) => reject(documentProblem(error) as Error));
    });
  } finally {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener('abort', onAbort);
  }
}
