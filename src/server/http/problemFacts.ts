import type { ProblemError } from '../../contract/problem.ts';
import { ServiceAnswer } from '../httpClient/serviceAnswer.ts';

/** A problem for the log: code, detail, and what the service behind it said. A defect comes with its stack. */
export function problemFacts({ code, facts, cause }: ProblemError): Record<string, unknown> {
  const said = { code, ...(facts.detail === undefined ? {} : { detail: facts.detail }) };
  if (cause instanceof ServiceAnswer) return { ...said, upstream: cause.facts };
  return code === 'internal_error' ? { ...said, err: cause } : said;
}
