import { describe, expect, it } from 'vitest';
import { errorsPage } from './errorsPage.ts';
import type { Explanation, ProblemRow } from './project.ts';

const row: ProblemRow = {
  origin: 'server',
  status: 401,
  reaction: 'retry',
  second: 'ask-user',
  action: 'sign-in',
};
const explanation: Explanation = {
  title: 'It has expired.',
  hint: 'Write <host> and *that*, or `<as it is>`.',
};
const page = errorsPage({
  catalogue: { some_code: row, other_code: { ...row, origin: 'office' } },
  explanations: { some_code: explanation, other_code: explanation },
});

describe('errorsPage', () => {
  it('has one heading for each code, in the order of the chapters', () => {
    const headings = [...page.matchAll(/^### (?<code>\w+)$/gmu)].map(([, code]) => code);
    expect(headings).toEqual(['other_code', 'some_code']);
  });

  it('lists status, reactions and button', () => {
    expect(page).toContain('HTTP status 401; reaction `retry`; the second time `ask-user`; button: Sign in.');
  });

  it('escapes markup in the texts of the catalogue', () => {
    expect(page).toContain('Write &lt;host> and \\*that\\*, or `<as it is>`.');
  });
});
