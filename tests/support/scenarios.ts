import { scenarios as all, type NamedScenario } from 'office-addin-sandbox';
import type { ProblemCode } from '../../src/contract/catalogue.ts';

/** A scenario of the sandbox, whose code is one of the catalogue: tests/scenarios.test.ts checks that. */
export interface Scenario extends NamedScenario {
  readonly code: ProblemCode | null;
}

export const scenarios = all as readonly Scenario[];
