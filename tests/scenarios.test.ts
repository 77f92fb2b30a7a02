import { scenarios } from 'office-addin-sandbox';
import { describe, expect, it } from 'vitest';
import { isProblemCode, problemCodes, problemRow } from '../src/contract/catalogue.ts';

describe('the named scenarios of the sandbox', () => {
  it('expect codes of the catalogue', () => {
    const codes = scenarios.map(({ code }) => code).filter((code) => code !== null);
    expect(codes.filter((code) => !isProblemCode(code))).toEqual([]);
  });

  // tests/everyFailure.spec.ts plays every scenario in a browser and looks for its code there.
  it.each(problemCodes)('reach %s', (code) => {
    expect(scenarios.filter((scenario) => scenario.code === code)).not.toEqual([]);
  });

  it("have a title for every number in Office's tables of errors", () => {
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
