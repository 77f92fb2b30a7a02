import type { CoverageEntry } from './coverage.ts';

/**
 * Share of a set's members that have to be implemented or stored before an application claims the set. Uses of the others
 * are reported by name.
 */
export const REQUIRED_SHARE = 2 / 3;

/** Sets of the object models; the sets of the Common API and of Mailbox are claimed by hand, see applications.ts. */
export const claimableSets = ['ExcelApi', 'PowerPointApi', 'WordApi'] as const;

/** Last minor versions whose members npm's office.js of 2022 has. A later one would be claimed without its members. */
const lastInOfficeJs: Readonly<Record<string, number>> = { ExcelApi: 14, PowerPointApi: 4, WordApi: 3 };

/** Returns the highest version of each set up to which every version has enough members. */
export function claimedSets(entries: readonly CoverageEntry[]): Record<string, string> {
  return Object.fromEntries(
    claimableSets.flatMap((name) => {
      const version = highestVersion(name, entries);
      return version === undefined ? [] : [[name, version] as const];
    }),
  );
}

function highestVersion(name: string, entries: readonly CoverageEntry[]): string | undefined {
  let highest: string | undefined;
  for (let minor = 1; minor <= (lastInOfficeJs[name] ?? 0); minor++) {
    const members = entries.filter(({ set }) => set === `${name} 1.${minor}`);
    // The typings mark no members of PowerPointApi 1.1: it consists of the namespace.
    if (members.length === 0 && minor > 1) return highest;
    const present = members.filter(({ support }) => support !== 'absent');
    if (present.length < members.length * REQUIRED_SHARE) return highest;
    highest = `1.${minor}`;
  }
  return highest;
}
