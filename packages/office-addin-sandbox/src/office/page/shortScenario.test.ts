import { expect, it } from 'vitest';
import { parseScenario, type ScenarioInput } from '../../scenario.ts';
import { scenarios } from '../../scenarios/scenarios.ts';
import { shortScenario } from './shortScenario.ts';

const usual = parseScenario({});
const short = (input: ScenarioInput) => shortScenario(parseScenario(input), usual);

it('leaves out what is as usual', () => {
  expect(short({})).toEqual({});
  expect(short({ user: 'adele', coop: true, obo: ['ok'], latencyMs: 5 })).toEqual({ latencyMs: 5 });
});

it.each(scenarios)('says the same as $id in full', ({ scenario }) => {
  expect(parseScenario(short(scenario))).toEqual(parseScenario(scenario));
});
