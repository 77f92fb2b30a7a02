import { scenarios as all, type NamedScenario } from 'office-addin-sandbox';
import type { ProblemCode } from '../../src/contract/catalogue.ts';

/** A sandbox scenario with a code from the catalogue, which tests/scenarios.test.ts checks. */
export interface Scenario extends NamedScenario {
  readonly code: ProblemCode | null;
}

export const scenarios = all as readonly Scenario[];
