import type { Scenario, ScenarioInput } from '../../scenario.ts';

/** Returns the scenario without members that have their default value. */
export function compactScenario(scenario: Scenario, defaults: Scenario): ScenarioInput {
  const defaultValues: Readonly<Record<string, unknown>> = { ...defaults };
  const differing = Object.entries(scenario).filter(
    ([member, value]) => JSON.stringify(value) !== JSON.stringify(defaultValues[member]),
  );
  return Object.fromEntries(differing);
}
