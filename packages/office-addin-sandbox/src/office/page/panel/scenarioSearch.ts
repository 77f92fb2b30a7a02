import { groupIds, type ScenarioGroup } from '../../../scenarios/groups.ts';
import type { NamedScenario } from '../controlApi.ts';

/** Returns the scenarios that contain all words in id, title, cause, expected result or problem code. */
export function findScenarios(scenarios: readonly NamedScenario[], text: string): NamedScenario[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return scenarios.filter(({ id, title, source, expected, code }) => {
    const content = [id, title, source, expected, code ?? ''].join(' ').toLowerCase();
    return words.every((word) => content.includes(word));
  });
}

/** Returns the groups in their order, without empty ones. */
export function byGroup(scenarios: readonly NamedScenario[]): Map<ScenarioGroup, NamedScenario[]> {
  const groups = groupIds.map(
    (group) => [group, scenarios.filter((scenario) => scenario.group === group)] as const,
  );
  return new Map(groups.filter(([, members]) => members.length > 0).map(([group, list]) => [group, list]));
}

/**
 * Returns the previous or next scenario; wraps around.
 * @param id null: a custom scenario, which is followed by the first
 */
export function adjacentScenario(
  scenarios: readonly NamedScenario[],
  id: string | null,
  step: 1 | -1,
): NamedScenario | undefined {
  const index = scenarios.findIndex((scenario) => scenario.id === id);
  if (index < 0) return scenarios[0];
  return scenarios.at((index + step) % scenarios.length);
}
