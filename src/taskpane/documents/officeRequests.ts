import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { OfficeHost, Row } from './index.ts';
import { wellFormed } from '../../contract/text.ts';

/** Call it after each response from Office: restarts the timer; throws after a cancel or a timeout. */
export type Checkpoint = () => void;

const IDLE_MS = 30_000;

/**
 * Runs work that sends several requests to Office. These have no time limit and can't be canceled. After a cancel, this
 * function therefore waits for the pending request, so that the caller knows what was written, and rejects with the
 * signal's reason. It rejects with `document_failed` when Office doesn't respond for `idleMs`, canceled or not: the
 * pending request may still write then. Late work throws at its next checkpoint and sends no more requests.
 */
export async function withIdleTimeout<T>(
  work: (checkpoint: Checkpoint) => PromiseLike<T>,
  { signal, idleMs = IDLE_MS }: { signal?: AbortSignal | undefined; idleMs?: number },
): Promise<T> {
  signal?.throwIfAborted();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timedOut: ProblemError | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const restartTimer = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          timedOut = new ProblemError('document_failed', { detail: `no answer within ${idleMs / 1000} s` });
          reject(timedOut);
        }, idleMs);
      };
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
  }
}

/** Returns whether the error comes from an aborted signal: a cancel is not a problem. */
function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'AbortError';
}

/** Throws `document_read_only`, or `document_unsupported` with the missing requirement set. */
export function requireWritable(office: OfficeHost, set: string, version: string): void {
  if (!office.writable) throw new ProblemError('document_read_only');
  if (!office.isSetSupported(set, version)) {
    throw new ProblemError('document_unsupported', { detail: `${set} ${version}` });
  }
}

/**
 * Returns the problem for an error from Office. Its detail has the code and location, never Office's text, which is in
 * Office's language and may quote the document. OfficeExtension.Error has a word as `code`, AsyncResult a number.
 */
function documentProblem(error: unknown): unknown {
  if (isProblem(error) || isAbort(error)) return error;
  const { code, debugInfo } = (error ?? {}) as { code?: unknown; debugInfo?: { errorLocation?: unknown } };
  const known = typeof code === 'string' || typeof code === 'number';
  if (code === 'ApiNotFound')
    return new ProblemError('document_unsupported', details(code, debugInfo), { cause: error });
  // From protected sheets and regions, and from documents that have become read-only.
  if (code === 'AccessDenied')
    return new ProblemError('document_read_only', details(code, debugInfo), { cause: error });
  return new ProblemError('document_failed', details(known ? code : 'no code', debugInfo), { cause: error });
}

function details(code: string | number, debugInfo: { errorLocation?: unknown } | undefined) {
  const location = debugInfo?.errorLocation;
  return {
    detail: typeof location === 'string' && location !== '' ? `${code} at ${location}` : String(code),
  };
}

/** Splits a list: Office on the web accepts 5 MB per request and responds slowly to large ones. */
export function inChunks<T>(list: readonly T[], size: number): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let from = 0; from < list.length; from += size) chunks.push(list.slice(from, from + size));
  return chunks;
}

/** Returns ` (date, size)` to append to the title; empty if no detail is known. */
export function detailsAfterTitle({ cells }: Row): string {
  const known = cells.map(({ text }) => text).filter(Boolean);
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

/** Characters. Excel rejects longer addresses, and in practice so do the others. */
const MAX_LENGTH = 2000;

/** Returns the normalized address, or null if it is not https, has credentials, or is too long for Office. */
export function linkAddress(webUrl: string): string | null {
  const url = URL.canParse(webUrl) ? new URL(webUrl) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href.length > MAX_LENGTH ? null : url.href;
}

/** Control characters, and the separators that Office treats as line ends. */
const LINE_BREAKERS = /[\p{Cc}\u2028\u2029]+/gu;

/** Returns the text as one well-formed line. Names from Graph can contain lone surrogates, which Office rejects. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(LINE_BREAKERS, ' ').trim();
}
