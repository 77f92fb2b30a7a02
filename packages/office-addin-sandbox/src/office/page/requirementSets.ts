import type { Scenario } from '../../scenario.ts';
import type { Application } from './applications.ts';

/** What the application offers: its own, nested app auth unless switched off, then what the scenario says. */
export function requirementSets(
  app: Application,
  scenario: Pick<Scenario, 'requirementSets' | 'nestedAppAuth'>,
): Record<string, string> {
  const sets: Record<string, string> = { ...app.requirementSets };
  if (scenario.nestedAppAuth !== false) sets['NestedAppAuth'] = '1.1';
  for (const [name, version] of Object.entries(scenario.requirementSets)) {
    for (const known of Object.keys(sets)) {
      // office.js compares the names without regard to case.
      if (known.toLowerCase() === name.toLowerCase()) delete sets[known];
    }
    if (version !== null) sets[name] = version;
  }
  return sets;
}
