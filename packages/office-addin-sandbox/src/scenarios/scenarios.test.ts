import { describe, expect, it } from 'vitest';
import { problemCodes, problemRow } from '../../../../src/contract/catalogue.ts';
import { parseScenario } from '../scenario.ts';
import { scenarios } from './scenarios.ts';

describe('the named scenarios', () => {
  it('have unique ids and are valid', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (const { scenario } of scenarios) expect(() => parseScenario(scenario)).not.toThrow();
  });

  // tests/everyFailure.spec.ts plays every scenario in a browser and looks for its code there.
  it.each(problemCodes)('reach %s', (code) => {
    expect(scenarios.filter((scenario) => scenario.code === code)).not.toEqual([]);
  });

  it("show every number of Office's tables", () => {
    const numbers = problemCodes.flatMap((code) => {
      const { origin, officeCode } = problemRow(code);
      if (officeCode === undefined) return [];
      return [`${origin === 'office' ? '' : 'dialog '}${officeCode}`];
    });
    const titles = scenarios.map(({ group, title }) => `${group === 'dialog' ? 'dialog ' : ''}${title}`);
    for (const number of numbers) {
      expect(titles.filter((title) => title.startsWith(`${number}: `))).not.toEqual([]);
    }
  });
});
