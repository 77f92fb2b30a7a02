import type { ProblemTable } from 'office-addin-sandbox';
import { problemCodes, problemRow } from '../../../src/contract/catalogue.ts';
import { explanations } from '../../../src/contract/explanations.ts';

/** Returns the problems that the sandbox can answer with in place of the project's server. */
export function problemTable(): ProblemTable {
  return Object.fromEntries(
    problemCodes.map((code) => [
      code,
      { status: problemRow(code).status ?? 500, title: explanations[code].title },
    ]),
  );
}
