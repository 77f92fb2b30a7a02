import { describe, expect, it } from 'vitest';
import { isProblemCode, problemCodes, problemRow } from '../src/contract/catalogue.ts';
import { hasOption, scenarios } from './support/scenarios.ts';

/** Without saved preferences no request meets their problems. */
const reachable = problemCodes.filter((code) => hasOption('preferences') || !code.startsWith('preferences_'));

describe('the scenarios', () => {
  it('expect only codes of the catalogue', () => {
    const codes = scenarios.map(({ code }) => code).filter((code) => code !== null);
    expect(codes.filter((code) => !isProblemCode(code))).toEqual([]);
  });

  // tests/everyFailure.spec.ts runs every scenario in a browser and checks its code.
  it.each(reachable)('cover %s', (code) => {
    expect(scenarios.filter((scenario) => scenario.code === code)).not.toEqual([]);
  });

  it("have a title for every number in Office's error tables", () => {
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
