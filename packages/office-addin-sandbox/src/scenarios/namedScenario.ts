import { didYouMean } from '../nearest.ts';
import type { ScenarioInput } from '../scenario.ts';
import type { ScenarioGroup } from './groups.ts';

export interface NamedScenario {
  readonly id: string;
  /** What the user runs into, in a few words. */
  readonly title: string;
  readonly group: ScenarioGroup;
  /** Technical cause: codes, statuses, or when it occurs. */
  readonly source: string;
  /** Expected result in the pane. */
  readonly expected: string;
  /** Code of the problem that the scenario causes; null: none. */
  readonly code: string | null;
  /** The only resource of Graph that is affected, such as `/me/drive`. An add-in that does not request it has no problem. */
  readonly resource?: string;
  /** True if the pane recovers without a click and shows no message at the end. */
  readonly recovers: boolean;
  readonly scenario: ScenarioInput;
}

/** A scenario before `inGroup` adds its group. */
export type ScenarioRow = Omit<NamedScenario, 'group'>;

/** Returns an error message that suggests a similar id. */
export function unknownScenario(id: string, scenarios: readonly NamedScenario[]): string {
  const known = scenarios.map((scenario) => scenario.id);
  const hint = didYouMean(id, known) || 'GET /__sandbox/scenarios lists all scenarios.';
  return `Unknown scenario "${id}". ${hint}`;
}

export function inGroup(group: ScenarioGroup, rows: readonly ScenarioRow[]): NamedScenario[] {
  return rows.map((row) => ({ ...row, group }));
}
