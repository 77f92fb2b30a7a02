import { expect, it } from 'vitest';
import { explanations, unexplainedCodes } from './explanations.ts';
import { problemCodes } from './catalogue.ts';

it('warns about problems without an explanation, which are explained by their code', () => {
  expect(unexplainedCodes.length).toBeLessThan(problemCodes.length);
  if (unexplainedCodes.length > 0)
    process.stdout.write(`warning: src/contract/explanations.ts lacks ${unexplainedCodes.join(', ')}\n`);
});

it.each(problemCodes)('explains %s', (code) => {
  const { title, hint } = explanations[code];
  expect(title).toMatch(/^\S.*\.$/u);
  expect(hint).not.toBe('');
});
