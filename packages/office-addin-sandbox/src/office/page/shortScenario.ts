import type { Scenario, ScenarioInput } from '../../scenario.ts';

/** The scenario without the members that are as usual: what a person would have written, and what a link can hold. */
export function shortScenario(scenario: Scenario, usual: Scenario): ScenarioInput {
  const defaults: Readonly<Record<string, unknown>> = { ...usual };
  const differing = Object.entries(scenario).filter(
    ([member, value]) => JSON.stringify(value) !== JSON.stringify(defaults[member]),
  );
  return Object.fromEntries(differing);
}
