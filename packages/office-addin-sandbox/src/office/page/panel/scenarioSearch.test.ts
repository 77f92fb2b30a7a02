import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/scenarios.ts';
import { adjacentScenario, byGroup, findScenarios } from './scenarioSearch.ts';

const ids = (text: string) => findScenarios(scenarios, text).map(({ id }) => id);

describe('findScenarios', () => {
  it.each([
    ['sso-13005', 'sso-13005'],
    ['POP-UPS blocked', 'dialog-popups-blocked'],
    ['AADSTS65004', 'obo-consent-declined'],
    ['admin_consent_required', 'obo-admin-consent'],
    ['counts down once', 'graph-throttled-always'],
  ])('finds %s in id, title, cause, code or expected result', (text, id) => {
    expect(ids(text)).toContain(id);
  });

  it('returns all scenarios for an empty search, and only those with every word', () => {
    expect(ids('  ')).toHaveLength(scenarios.length);
    expect(ids('graph nowhere-to-be-found')).toEqual([]);
  });
});

describe('byGroup', () => {
  it('contains every scenario once', () => {
    const grouped = [...byGroup(scenarios).values()].flat();
    expect(grouped.map(({ id }) => id).sort()).toEqual(scenarios.map(({ id }) => id).sort());
  });

  it('returns the groups in order, without empty ones', () => {
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

it('steps through all scenarios and wraps around', () => {
  const first = scenarios[0]?.id ?? '';
  const last = scenarios.at(-1)?.id ?? '';
  expect(adjacentScenario(scenarios, null, 1)?.id).toBe(first);
  expect(adjacentScenario(scenarios, first, -1)?.id).toBe(last);
  const walked = scenarios
    .slice(1)
    .reduce<string[]>(
      (seen) => [...seen, adjacentScenario(scenarios, seen.at(-1) ?? null, 1)?.id ?? ''],
      [first],
    );
  expect(walked).toEqual(scenarios.map(({ id }) => id));
  expect(adjacentScenario(scenarios, last, 1)?.id).toBe(first);
});
