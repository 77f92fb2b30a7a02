import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROBE_FORMAT, type ProbeAnswers } from '../probe/answers.ts';
import { probedMembers } from '../probe/probedMembers.ts';
import { coverage, toCoverageFile } from './coverage.ts';
import { coverageCommand } from './coverageCommand.ts';
import { coveragePage } from './coveragePage.ts';
import { addSightings, seenMembers } from './sightings.ts';

const folder = mkdtempSync(join(tmpdir(), 'sightings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const real: ProbeAnswers = {
  format: PROBE_FORMAT,
  version: 1,
  host: 'Word',
  platform: 'PC',
  build: '16.0.19328.20190',
  date: '2026-12-01',
  answers: {
    getAccessToken: { error: { code: 13005, name: 'Error' } },
    'word.twoTables': { ok: [1, 1] },
    getAuthContext: { timeout: true },
    'probe.ofAnotherVersion': { ok: true },
  },
};
const office = { host: 'Word', platform: 'PC', build: '16.0.19328.20190', date: '2026-12-01' };

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it('has a member of office.js for each probe', () => {
  const known = new Set(coverage().map(({ member }) => member));
  const unknown = Object.values(probedMembers).flatMap((members) => members.filter((one) => !known.has(one)));
  expect(unknown).toEqual([]);
});

it('counts answers and errors as seen, and neither timeouts nor unknown probes', () => {
  expect(seenMembers(real)).toEqual({
    ...office,
    members: [
      'Office.Auth.getAccessToken',
      'Word.Body.insertTable',
      'Word.Table.delete',
      'Word.Table.rowCount',
    ],
  });
});

it('adds each Office to its members, the latest first', () => {
  const later = { ...real, build: '16.0.20000.1', date: '2027-01-31' };
  const entries = addSightings(coverage(), [seenMembers(real), seenMembers(later)]);
  const find = (member: string) => entries.find((entry) => entry.member === member)?.seen;
  expect(find('Word.Table.rowCount')).toEqual([
    { ...office, build: '16.0.20000.1', date: '2027-01-31' },
    office,
  ]);
  expect(find('Word.Table.values')).toBeUndefined();
});

it('prints what the given files add, as table and as JSON', () => {
  const file = save('word.json', real);
  expect(coverageCommand(['--seen', file])).toMatch(
    /^Word\.Table\.rowCount +\tWord \(PC\) 16\.0\.19328\.20190, 2026-12-01$/mu,
  );
  const entries = JSON.parse(coverageCommand(['--json', '--seen', file])) as { member: string }[];
  expect(entries.find(({ member }) => member === 'Word.Table.rowCount')).toMatchObject({ seen: [office] });
  expect(coverageCommand([])).toContain('Nothing has been seen on real Office yet.');
});

it('writes them to the page and to the list', () => {
  const seen = [seenMembers(real)];
  const entries = coverage();
  expect(toCoverageFile(entries, seen).seen).toEqual(seen);
  expect(coveragePage(addSightings(entries, seen))).toContain(
    '| Office.Auth.getAccessToken | Word (PC) 16.0.19328.20190, 2026-12-01 |',
  );
  expect(coveragePage(entries)).toContain('No member has been seen on real Office yet.');
});

it('rejects wrong arguments, answers of the sandbox, and files that contain anything else', () => {
  expect(() => coverageCommand(['--sen', 'x'])).toThrow('Use: office-addin-sandbox coverage');
  expect(() => coverageCommand(['--seen', save('own.json', { ...real, sandbox: true })])).toThrow(
    'contains the answers of the sandbox, not of real Office.',
  );
  const wrong = save('wrong.json', { ...real, build: '| <b>' });
  expect(() => coverageCommand(['--seen', wrong])).toThrow('build: is not a build');
});
