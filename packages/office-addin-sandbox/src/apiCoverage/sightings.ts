import type { Answer, ProbeAnswers } from '../probe/answers.ts';
import { probedMembers, type ProbeId } from '../probe/probedMembers.ts';
import type { CoverageEntry } from './coverage.ts';

/** A real Office that has answered a probe. */
export interface Sighting {
  /** Such as `Word` or `Outlook`. */
  readonly host: string;
  readonly platform: string;
  readonly build: string;
  readonly date: string;
}

export interface SeenMembers extends Sighting {
  readonly members: readonly string[];
}

/** Returns the members about which the probes of a real Office have an answer, in alphabetical order. */
export function seenMembers({ host, platform, build, date, answers }: ProbeAnswers): SeenMembers {
  const answered = (Object.entries(answers) as [ProbeId, Answer][]).filter(
    ([, answer]) => !('timeout' in answer),
  );
  // A file of another version may contain probes that no longer exist.
  const members = answered.flatMap(([probe]) => [...(probedMembers[probe] ?? [])]);
  return { host, platform, build, date, members: [...new Set<string>(members)].toSorted() };
}

/** Returns the entries with where their members were seen, the latest first. */
export function addSightings(
  entries: readonly CoverageEntry[],
  seen: readonly SeenMembers[],
): readonly CoverageEntry[] {
  const sightings = new Map<string, Sighting[]>();
  for (const { members, ...sighting } of seen) {
    for (const member of members) sightings.set(member, [...(sightings.get(member) ?? []), sighting]);
  }
  return entries.map((entry) => {
    const own = [...(entry.seen ?? []), ...(sightings.get(entry.member) ?? [])];
    return own.length > 0 ? { ...entry, seen: own.toSorted((a, b) => b.date.localeCompare(a.date)) } : entry;
  });
}

/** Returns such as `Word (OfficeOnline) 16.0.19000.20000, 2026-12-01`. */
export function sightingText({ host, platform, build, date }: Sighting): string {
  return `${host} (${platform}) ${build}, ${date}`;
}
