import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { OfficeFacts } from './insertJob.ts';

/** True for what a cancelled AbortSignal throws; it is the user's will and no problem. */
export function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'AbortError';
}

/** Throws `document_read_only`, or `document_unsupported` with the requirement set that is missing. */
export function requireWritable(office: OfficeFacts, set: string, version: string): void {
  if (!office.writable) throw new ProblemError('document_read_only');
  if (!office.isSetSupported(set, version)) {
    throw new ProblemError('document_unsupported', { detail: `${set} ${version}` });
  }
}

/**
 * Names an error of Office by its code and place, never by its text: Office's text is in Office's language and
 * may quote the document. Codes: OfficeExtension.Error `code` (a word), AsyncResult error `code` (a number).
 */
export function documentProblem(error: unknown): unknown {
  if (isProblem(error) || isAbort(error)) return error;
  const { code, debugInfo } = (error ?? {}) as { code?: unknown; debugInfo?: { errorLocation?: unknown } };
  const known = typeof code === 'string' || typeof code === 'number';
  if (code === 'ApiNotFound')
    return new ProblemError('document_unsupported', at(code, debugInfo), { cause: error });
  // Protected sheets and regions and documents that turned read-only answer so.
  if (code === 'AccessDenied')
    return new ProblemError('document_read_only', at(code, debugInfo), { cause: error });
  return new ProblemError('document_failed', at(known ? code : 'no code', debugInfo), { cause: error });
}

function at(code: string | number, debugInfo: { errorLocation?: unknown } | undefined) {
  const place = debugInfo?.errorLocation;
  return { detail: typeof place === 'string' && place !== '' ? `${code} at ${place}` : String(code) };
}
