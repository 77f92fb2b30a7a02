import { expect, it } from 'vitest';
import { explain, explanations } from './explanations.ts';
import { problemCodes } from './catalogue.ts';

it('warns about problems without an explanation, which are explained by their code', () => {
  const missing = problemCodes.filter((code) => explanations[code] === undefined);
  expect(missing.length).toBeLessThan(problemCodes.length);
  if (missing.length > 0)
    process.stdout.write(`warning: src/contract/explanations.ts lacks ${missing.join(', ')}\n`);
});

it.each(problemCodes)('explains %s', (code) => {
  const { title, hint } = explain(code);
  expect(title).toMatch(/^\S.*\.$/u);
  expect(hint).not.toBe('');
});
