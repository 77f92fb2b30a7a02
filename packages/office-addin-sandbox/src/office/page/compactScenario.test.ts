import { expect, it } from 'vitest';
import { parseScenario, type ScenarioInput } from '../../scenario.ts';
import { scenarios } from '../../scenarios/scenarios.ts';
import { compactScenario } from './compactScenario.ts';

const defaults = parseScenario({});
const compact = (input: ScenarioInput) => compactScenario(parseScenario(input), defaults);

it('omits members with default values', () => {
  expect(compact({})).toEqual({});
  expect(compact({ user: 'adele', coop: true, obo: ['ok'], latencyMs: 5 })).toEqual({ latencyMs: 5 });
});

it.each(scenarios)('is equivalent to the full scenario $id', ({ scenario }) => {
  expect(parseScenario(compact(scenario))).toEqual(parseScenario(scenario));
});
