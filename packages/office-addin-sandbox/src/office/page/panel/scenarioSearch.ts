import { groupIds, type ScenarioGroup } from '../../../scenarios/groups.ts';
import type { NamedScenario } from '../controlApi.ts';

/** The scenarios that have all of these words somewhere: in id, title, cause, ending or code of the problem. */
export function findScenarios(scenarios: readonly NamedScenario[], text: string): NamedScenario[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return scenarios.filter(({ id, title, source, expected, code }) => {
    const all = [id, title, source, expected, code ?? ''].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Groups in the order of the tables; one without a member is not there. */
export function byGroup(scenarios: readonly NamedScenario[]): Map<ScenarioGroup, NamedScenario[]> {
  const groups = groupIds.map(
    (group) => [group, scenarios.filter((scenario) => scenario.group === group)] as const,
  );
  return new Map(groups.filter(([, members]) => members.length > 0).map(([group, list]) => [group, list]));
}

/**
 * The scenario before or after this one; after the last comes the first.
 * @param id null: one without a name, so that the walk begins at the first.
 */
export function neighbour(
  scenarios: readonly NamedScenario[],
  id: string | null,
  step: 1 | -1,
): NamedScenario | undefined {
  const at = scenarios.findIndex((scenario) => scenario.id === id);
  if (at < 0) return scenarios[0];
  return scenarios.at((at + step) % scenarios.length);
}
