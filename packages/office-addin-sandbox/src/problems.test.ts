import { expect, it } from 'vitest';
import { checkProblems } from './problems.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { SandboxState } from './state.ts';

const conflict = { status: 409, title: 'Somebody else changed it' };

it('omits scenarios whose problems are not in the table', () => {
  const missing = (state: SandboxState) =>
    scenarios.filter((scenario) => !state.scenarios.includes(scenario)).map(({ id }) => id);
  expect(missing(new SandboxState())).toContain('server-defect');
  expect(missing(new SandboxState())).not.toContain('server-hang');
  const problems = { internal_error: { status: 500, title: 'Defect' } };
  expect(missing(new SandboxState(problems))).not.toContain('server-defect');
});

it('rejects a composed scenario with an unknown problem and keeps the current scenario', () => {
  const state = new SandboxState({ conflict });
  state.setScenario({ preferences: ['ok', { code: 'conflict' }] });
  expect(() => state.setScenario({ preferences: ['ok', { code: 'conflicts' }] })).toThrow(
    'scenario.preferences[1].code: "conflicts" is not in the table',
  );
  expect(state.scenario.preferences).toEqual(['ok', { code: 'conflict' }]);
});

it.each([
  [{ conflict: { ...conflict, status: 200 } }, 'problems.conflict.status'],
  [{ conflict: { ...conflict, title: '' } }, 'problems.conflict.title'],
])('rejects the table %j', (table, message) => {
  expect(() => checkProblems(table)).toThrow(message);
});
