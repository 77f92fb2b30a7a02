// @module-tag full
import { readFileSync } from 'node:fs';
import prettier from 'prettier';
import { expect, it } from 'vitest';
import { apiTypes } from '../office/page/rich/apiTypes.generated.ts';
import { coverage } from './coverage.ts';
import { coveragePage } from './coveragePage.ts';
import { committedSightings } from './committedSightings.ts';
import { computeCoverage } from './implemented.ts';
import { readTypings } from './readTypings.ts';
import { addSightings } from './sightings.ts';

const byMember = (a: { member: string }, b: { member: string }) => (a.member < b.member ? -1 : 1);

it('has a table of classes that matches the typings', () => {
  expect(apiTypes).toEqual(readTypings());
});

it('has a page and a list that match the models', async () => {
  const entries = computeCoverage();
  const seen = addSightings(entries, committedSightings());
  expect(coverage().toSorted(byMember)).toEqual(seen.toSorted(byMember));
  const options = { ...(await prettier.resolveConfig(import.meta.filename)), parser: 'markdown' };
  const page = readFileSync(new URL('../../COVERAGE.md', import.meta.url), 'utf8');
  expect(page).toBe(await prettier.format(coveragePage(seen), options));
});
