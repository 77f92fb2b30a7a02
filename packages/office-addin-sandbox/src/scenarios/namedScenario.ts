import type { ScenarioInput } from '../scenario.ts';
import type { ScenarioGroup } from './groups.ts';

export interface NamedScenario {
  readonly id: string;
  /** What the user meets, in a few words. */
  readonly title: string;
  readonly group: ScenarioGroup;
  /** What the documentation says of it, in our words. */
  readonly source: string;
  /** What the add-in does about it. */
  readonly expected: string;
  /** The problem that it brings about; null: none. */
  readonly code: string | null;
  /** The pane gets over it by itself, without a click: nothing of it stands there in the end. */
  readonly recovers: boolean;
  readonly scenario: ScenarioInput;
}

/** The members that a row of a group gives. */
export type ScenarioRow = Omit<NamedScenario, 'group'>;

export function inGroup(group: ScenarioGroup, rows: readonly ScenarioRow[]): NamedScenario[] {
  return rows.map((row) => ({ ...row, group }));
}
