import type { Scenario } from '../../scenario.ts';
import type { Application } from './applications.ts';

/** Returns the application's sets, NestedAppAuth unless it is off, and the sets of the scenario. */
export function requirementSets(
  app: Application,
  scenario: Pick<Scenario, 'requirementSets' | 'nestedAppAuth'>,
): Record<string, string> {
  const sets: Record<string, string> = { ...app.requirementSets };
  if (scenario.nestedAppAuth !== false) sets['NestedAppAuth'] = '1.1';
  for (const [name, version] of Object.entries(scenario.requirementSets)) {
    for (const known of Object.keys(sets)) {
      // office.js compares names case-insensitively.
      if (known.toLowerCase() === name.toLowerCase()) delete sets[known];
    }
    if (version !== null) sets[name] = version;
  }
  return sets;
}
