import { isProblem, ProblemError } from '../../contract/problem.ts';

/**
 * Converts any error to a problem. Express and `send` mark client errors (a malformed URL, an unsatisfiable range) with
 * a 4xx status; any other unexpected error is a bug and becomes `internal_error`.
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
