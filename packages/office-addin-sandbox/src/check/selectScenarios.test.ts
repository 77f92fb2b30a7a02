import { expect, it } from 'vitest';
import { scenarios } from '../scenarios/scenarios.ts';
import { selectScenarios } from './selectScenarios.ts';

const ids = (only: readonly string[]) => selectScenarios(scenarios, only).map(({ id }) => id);

it('selects all, by id and by group, in the order of the list', () => {
  expect(ids([])).toHaveLength(scenarios.length);
  expect(ids(['sso-13005', 'ok'])).toEqual(['ok', 'sso-13005']);
  expect(ids(['document'])).toEqual(['document-protected', 'document-too-old', 'document-fails']);
});

it('names a similar scenario or group', () => {
  expect(() => ids(['obo-mfaa'])).toThrow('Invalid value "obo-mfaa" for --only. Did you mean obo-mfa?');
  expect(() => ids(['everything'])).toThrow('Use a scenario or a group: getAccessToken, token');
});
