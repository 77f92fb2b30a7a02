import { expect, it } from 'vitest';
import { applications } from '../office/page/applications.ts';
import { claimedSets } from './claimedSets.ts';
import { coverage, type CoverageEntry } from './coverage.ts';

const entry = (set: string, support: CoverageEntry['support']): CoverageEntry => ({
  member: `X.${set}.${support}`,
  set,
  support,
});

it('claims the sets whose members exist, in every application', () => {
  const sets = Object.assign({}, ...Object.values(applications).map((app) => app.requirementSets)) as Record<
    string,
    string
  >;
  expect(sets).toMatchObject(claimedSets(coverage()));
});

it('ends before the first version with fewer than two thirds of its members', () => {
  const entries = [
    entry('WordApi 1.1', 'implemented'),
    entry('WordApi 1.2', 'stored'),
    entry('WordApi 1.2', 'untested'),
    entry('WordApi 1.2', 'absent'),
    entry('WordApi 1.3', 'implemented'),
    entry('WordApi 1.3', 'absent'),
    entry('WordApi 1.4', 'implemented'),
  ];
  expect(claimedSets(entries)).toMatchObject({ WordApi: '1.2' });
  expect(claimedSets([entry('WordApi 1.1', 'absent')])).not.toHaveProperty('WordApi');
});
