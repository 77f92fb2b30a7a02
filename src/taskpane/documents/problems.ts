import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { OfficeHost } from './insertJob.ts';

/** Returns whether the error comes from an aborted signal: a cancel is not a problem. */
export function isAbort(error: unknown): boolean {
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
export function documentProblem(error: unknown): unknown {
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
