import { didYouMean } from '../nearest.ts';
import { scenarioGroups } from '../scenarios/groups.ts';
import type { NamedScenario } from '../scenarios/namedScenario.ts';
import { UserError } from '../userError.ts';

/**
 * Returns the scenarios with these ids or in these groups, in the order of the list.
 * @param only empty: all
 * @throws UserError for an unknown name
 */
export function selectScenarios(
  scenarios: readonly NamedScenario[],
  only: readonly string[],
): readonly NamedScenario[] {
  if (only.length === 0) return scenarios;
  const ids = scenarios.map(({ id }) => id);
  const groups = Object.keys(scenarioGroups);
  for (const name of only) {
    if (ids.includes(name) || groups.includes(name)) continue;
    const hint = didYouMean(name, [...ids, ...groups]) || `Use a scenario or a group: ${groups.join(', ')}.`;
    throw new UserError(`Invalid value "${name}" for --only. ${hint}`);
  }
  return scenarios.filter(({ id, group }) => only.includes(id) || only.includes(group));
}
