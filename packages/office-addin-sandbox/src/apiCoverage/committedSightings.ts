import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRealAnswers } from '../probe/readAnswers.ts';
import { seenMembers, type SeenMembers } from './sightings.ts';

/** Answers of real Office that people have contributed: files of the probe add-in. */
export const CONTRIBUTED = new URL('../../real-office/', import.meta.url);

/** Returns what the contributed files say. Needed only to generate coverage.json and COVERAGE.md. */
export function committedSightings(): SeenMembers[] {
  return readdirSync(CONTRIBUTED)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => seenMembers(readRealAnswers(fileURLToPath(new URL(name, CONTRIBUTED)))));
}
