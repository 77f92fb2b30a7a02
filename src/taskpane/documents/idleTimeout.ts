import { ProblemError } from '../../contract/problem.ts';
import { documentProblem } from './problems.ts';

/** Called after each answer of Office: arms the clock anew; throws when the user has cancelled or the time is over. */
export type Step = () => void;

const IDLE_MS = 30_000;
/** What Office has been asked when the user cancels is still done; so long it is waited for, to say what stands there. */
const GRACE_MS = 5_000;

/**
 * Runs work that asks Office several times. Office's calls have no time limit of their own and cannot be taken
 * back, so the wait ends here: with `document_failed` when Office says nothing for `idleMs`; when the user cancels,
 * with the signal's reason after the answer that is under way. Late work throws at its next step and writes no more.
 */
export async function withIdleTimeout<T>(
  work: (step: Step) => PromiseLike<T>,
  { signal, idleMs = IDLE_MS }: { signal?: AbortSignal | undefined; idleMs?: number },
): Promise<T> {
  signal?.throwIfAborted();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over: ProblemError | undefined;
  let onAbort: (() => void) | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const arm = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          over = new ProblemError('document_failed', { detail: `no answer within ${idleMs / 1000} s` });
          reject(over);
        }, idleMs);
      };
      onAbort = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(signal?.reason as Error), GRACE_MS);
      };
      signal?.addEventListener('abort', onAbort);
      const step = () => {
        if (over) throw over;
        signal?.throwIfAborted();
        arm();
      };
      arm();
      // The calls of Office can throw at once as well as later.
      Promise.resolve()
        .then(() => work(step))
        .then(resolve, (error: unknown) => reject(documentProblem(error) as Error));
    });
  } finally {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener('abort', onAbort);
  }
}
