import { isProblem, ProblemError, type ProblemFacts } from '../../contract/problem.ts';

/**
 * Every error as a problem. Express and `send` mark what is the client's fault (a malformed address, a range that
 * does not exist) with a status of 4xx; whatever else was not thrown on purpose is a defect of ours.
 */
export function asProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const status = statusOf(error);
  if (status === 404) return new ProblemError('not_found', {}, { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    return new ProblemError('request_invalid', exact[status] ?? {}, { cause: error });
  }
  return new ProblemError('internal_error', {}, { cause: error });
}

/** Of the body of a request. */
const exact: Readonly<Record<number, ProblemFacts>> = {
  413: { status: 413, detail: 'The body is too large.' },
  415: { status: 415, detail: 'The body has a character set or a Content-Encoding that is not supported.' },
};

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}
