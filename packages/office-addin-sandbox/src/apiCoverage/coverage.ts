import { readFileSync } from 'node:fs';
import { addSightings, sightingText, type SeenMembers, type Sighting } from './sightings.ts';

/**
 * `untested`: like `implemented`, but no test calls it. `implemented`: behaves as documented, and a test calls it. `stored`: kept and returned, without behavior. `absent`: each
 * use is reported by name. `office.js`: works without the host.
 */
export type Support = 'implemented' | 'untested' | 'stored' | 'absent' | 'office.js';

export interface CoverageEntry {
  /** Class and member, such as `Word.Body.insertText`. */
  readonly member: string;
  /** Requirement set such as `WordApi 1.1`; empty: none. */
  readonly set: string;
  readonly support: Support;
  /** Where a probe has asked real Office about it; undefined: nowhere. */
  readonly seen?: readonly Sighting[];
}

/** Returns how the sandbox supports each member of office.js. */
export function coverage(): readonly CoverageEntry[] {
  const text = readFileSync(new URL('./coverage.json', import.meta.url), 'utf8');
  const { sets, classes, seen } = JSON.parse(text) as CoverageFile;
  const entries = Object.entries(classes).flatMap(([type, supports]) =>
    Object.entries(supports).flatMap(([support, members]) =>
      members.split(' ').map((entry) => {
        const [name = '', set] = entry.split('@');
        return {
          member: `${type}.${name}`,
          set: set === undefined ? '' : (sets[Number(set)] ?? ''),
          support: support as Support,
        };
      }),
    ),
  );
  return addSightings(entries, seen);
}

/** Shape of coverage.json: per class and support, the members as `name@set`, with the index of the requirement set. */
export interface CoverageFile {
  readonly sets: readonly string[];
  readonly classes: Readonly<Record<string, Partial<Record<Support, string>>>>;
  readonly seen: readonly SeenMembers[];
}

export function toCoverageFile(
  entries: readonly CoverageEntry[],
  seen: readonly SeenMembers[],
): CoverageFile {
  const sets = [...new Set(entries.map(({ set }) => set))].filter((set) => set !== '').sort();
  const classes: Record<string, Partial<Record<Support, string>>> = {};
  for (const { member, set, support } of entries) {
    const at = member.lastIndexOf('.');
    const supports = (classes[member.slice(0, at)] ??= {});
    const entry = member.slice(at + 1) + (set === '' ? '' : `@${sets.indexOf(set)}`);
    supports[support] = supports[support] === undefined ? entry : `${supports[support]} ${entry}`;
  }
  return { sets, classes, seen };
}

export interface CoverageCount {
  readonly set: string;
  readonly implemented: number;
  readonly untested: number;
  readonly stored: number;
  readonly absent: number;
}

/** Counts the members of each requirement set, in the order of the sets. */
export function countBySet(entries: readonly CoverageEntry[]): CoverageCount[] {
  return [...groupBySet(entries)]
    .map(([set, members]) => {
      const count = (...supports: Support[]) =>
        members.filter(({ support }) => supports.includes(support)).length;
      return {
        set: set === '' ? 'not in a set' : set,
        implemented: count('implemented', 'office.js'),
        untested: count('untested'),
        stored: count('stored'),
        absent: count('absent'),
      };
    })
    .sort((a, b) => a.set.localeCompare(b.set, 'en', { numeric: true }));
}

function groupBySet(entries: readonly CoverageEntry[]): Map<string, CoverageEntry[]> {
  const groups = new Map<string, CoverageEntry[]>();
  for (const entry of entries) {
    const known = groups.get(entry.set);
    if (known) known.push(entry);
    else groups.set(entry.set, [entry]);
  }
  return groups;
}

/** Returns the output of `office-addin-sandbox coverage`. */
export function coverageText(
  entries: readonly CoverageEntry[],
  { json }: { readonly json: boolean },
): string {
  if (json) return `${JSON.stringify(entries, null, 2)}\n`;
  const rows = countBySet(entries).map(({ set, implemented, untested, stored, absent }) =>
    [set.padEnd(40), implemented, untested, stored, absent].map(String).join('\t'),
  );
  const seen = entries.flatMap(({ member, seen = [] }) => seen.map((sighting) => ({ member, sighting })));
  return [
    'Requirement set'.padEnd(40) + '\tImplemented\tUntested\tStored\tAbsent',
    ...rows,
    '',
    seen.length > 0 ? 'Seen on real Office:' : 'Nothing has been seen on real Office yet.',
    ...seen.map(({ member, sighting }) => `${member.padEnd(56)}\t${sightingText(sighting)}`),
    '',
  ].join('\n');
}
