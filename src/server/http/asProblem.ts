import { isProblem, ProblemError } from '../../contract/problem.ts';

/**
 * Every error as a problem. Express and `send` mark what is the client's fault (a malformed address, a range that
 * does not exist) with a status of 4xx; whatever else was not thrown on purpose is a defect of ours.
 */
export function asProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const status = statusOf(error);
  if (status === 404) return new ProblemError('not_found', {}, { cause: error });
  if (status !== undefined && status >= 400 && status < 500) {
    return new ProblemError('request_invalid', {}, { cause: error });
  }
  return new ProblemError('internal_error', {}, { cause: error });
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}
