import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, problemCodes, type ProblemRow } from '../../../src/contract/catalogue.ts';
import { explanations, type Explanation } from '../../../src/contract/explanations.ts';
import { ROOT } from './projectFolder.ts';
import { errorsPage } from './errorsPage.ts';

const row: ProblemRow = {
  origin: 'server',
  status: 401,
  reaction: 'retry',
  second: 'ask-user',
  message: 'sessionExpired',
  action: 'sign-in',
};
const explanation: Explanation = {
  title: 'It has expired.',
  hint: 'Write <host> and *that*, or `<as it is>`.',
};

describe('docs/errors.md', () => {
  it('is what the catalogue says now (else: npx office-addin-tools errors)', async () => {
    const stored = await readFile(join(ROOT, 'docs', 'errors.md'), 'utf8');
    expect(stored.replaceAll('\r\n', '\n')).toBe(errorsPage(catalogue, explanations));
  });
});

describe('errorsPage', () => {
  it('has one heading for every code', () => {
    const headings = [...errorsPage(catalogue, explanations).matchAll(/^### (?<code>\w+)$/gmu)].map(
      ([, code]) => code,
    );
    expect(headings.toSorted()).toEqual(problemCodes.toSorted());
  });

  it('tells status, reactions and button', () => {
    expect(errorsPage({ some_code: row }, { some_code: explanation })).toContain(
      'HTTP status 401; reaction `retry`; the second time `ask-user`; button: Sign in.',
    );
  });

  it('lets no text of the catalogue become markup', () => {
    expect(errorsPage({ some_code: row }, { some_code: explanation })).toContain(
      'Write &lt;host> and \\*that\\*, or `<as it is>`.',
    );
  });
});
