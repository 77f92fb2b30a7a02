import type { ProblemError } from '../../contract/problem.ts';
import { UpstreamError } from '../httpClient/httpClient.ts';

/** Returns the log fields of a problem: code, detail, the upstream response, and for a bug the error with its stack. */
export function problemLogFields({ code, facts, cause }: ProblemError): Record<string, unknown> {
  const fields = { code, ...(facts.detail === undefined ? {} : { detail: facts.detail }) };
  if (cause instanceof UpstreamError) return { ...fields, upstream: cause.facts };
  return code === 'internal_error' ? { ...fields, err: cause } : fields;
}
