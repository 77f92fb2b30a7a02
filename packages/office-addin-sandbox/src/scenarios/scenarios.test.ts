import { expect, it } from 'vitest';
import { parseScenario } from '../scenario.ts';
import { scenarios } from './scenarios.ts';

it('contains only valid scenarios with unique ids', () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  for (const { scenario } of scenarios) expect(() => parseScenario(scenario)).not.toThrow();
});
