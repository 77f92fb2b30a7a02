import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/scenarios.ts';
import { byGroup, findScenarios, neighbour } from './scenarioSearch.ts';

const ids = (text: string) => findScenarios(scenarios, text).map(({ id }) => id);

describe('search', () => {
  it.each([
    ['sso-13005', 'sso-13005'],
    ['POP-UPS blocked', 'dialog-popups-blocked'],
    ['AADSTS65004', 'obo-consent-declined'],
    ['admin_consent_required', 'obo-admin-consent'],
    ['counts down once', 'graph-throttled-always'],
  ])('%s is found by id, title, cause, code or ending', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it('finds all without a word, and none that lacks one of the words', () => {
    expect(ids('  ')).toHaveLength(scenarios.length);
    expect(ids('graph nowhere-to-be-found')).toEqual([]);
  });
});

describe('groups', () => {
  it('hold every scenario once', () => {
    const grouped = [...byGroup(scenarios).values()].flat();
    expect(grouped.map(({ id }) => id).sort()).toEqual(scenarios.map(({ id }) => id).sort());
  });

  it('are those of the tables, each with members', () => {
    expect([...byGroup(scenarios).keys()]).toEqual([
      'getAccessToken',
      'token',
      'onBehalfOf',
      'graph',
      'dialog',
      'nested',
      'server',
      'document',
      'other',
    ]);
    expect([...byGroup(findScenarios(scenarios, 'sso-13005')).keys()]).toEqual(['getAccessToken']);
  });
});

it('walks through all of them and round again', () => {
  const first = scenarios[0]?.id ?? '';
  const last = scenarios.at(-1)?.id ?? '';
  expect(neighbour(scenarios, null, 1)?.id).toBe(first);
  expect(neighbour(scenarios, first, -1)?.id).toBe(last);
  const walked = scenarios
    .slice(1)
    .reduce<string[]>((seen) => [...seen, neighbour(scenarios, seen.at(-1) ?? null, 1)?.id ?? ''], [first]);
  expect(walked).toEqual(scenarios.map(({ id }) => id));
  expect(neighbour(scenarios, last, 1)?.id).toBe(first);
});
