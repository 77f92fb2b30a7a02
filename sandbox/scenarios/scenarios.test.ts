import { describe, expect, it } from 'vitest';
import { problemCodes, problemRow, type ProblemCode } from '../../src/contract/catalogue.ts';
import { parseScenario } from '../scenario.ts';
import { scenarios } from './scenarios.ts';

/** Problems that no scenario can bring about, and why. */
const outOfReach: Partial<Record<ProblemCode, string>> = {
  token_missing: 'The pane never asks without a token; a test of the server does.',
  tenant_not_allowed: 'Also a setting, ALLOWED_TENANTS.',
  preferences_changed: 'The pane reads again and repeats; a test of the server does it.',
  preferences_unavailable: 'The pane goes on with its defaults; a test of the server ends the database.',
  internal_error: 'A defect of the server.',
  shutting_down: 'The server has to be ended while it answers.',
  nested_no_network: 'Office itself has to be offline.',
  dialog_12002: 'The page of the add-in has to be missing.',
  dialog_12003: 'The page of the add-in has to leave HTTPS.',
  dialog_12004: 'The manifest has to be wrong.',
  dialog_12005: 'ADDIN_ORIGIN has to be wrong.',
  dialog_12007: 'Arises from two dialogs at a time, which the pane never opens.',
  dialog_unknown: 'The host page knows the documented numbers only.',
  dialog_timeout: 'The window has to stand open for ten minutes.',
};

const origins = ['office', 'server', 'nested', 'dialog'];
const shown = new Set(scenarios.map(({ code }) => code));

describe('the named scenarios', () => {
  it('have ids of their own and are valid', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
    for (const { scenario } of scenarios) expect(() => parseScenario(scenario)).not.toThrow();
  });

  it.each(problemCodes.filter((code) => origins.includes(problemRow(code).origin)))(
    'bring about %s, or say why not',
    (code) => {
      expect(shown.has(code) || outOfReach[code] !== undefined).toBe(true);
    },
  );

  it("show every number of Office's table", () => {
    const ids = scenarios.map(({ id }) => id);
    const numbers = problemCodes.flatMap((code) =>
      problemRow(code).origin === 'office' ? [problemRow(code).officeCode] : [],
    );
    for (const number of numbers.filter(Boolean)) expect(ids).toContain(`sso-${number}`);
  });
});
