import { claimedSets } from './claimedSets.ts';
import { countBySet, type CoverageEntry, type Support } from './coverage.ts';
import { sightingText } from './sightings.ts';

/** Returns the text of COVERAGE.md. */
export function coveragePage(entries: readonly CoverageEntry[]): string {
  const counts = countBySet(entries).map(
    ({ set, implemented, untested, stored, absent }) =>
      `| ${set} | ${implemented} | ${untested} | ${stored} | ${absent} |`,
  );
  return `# Coverage of office.js

Generated from \`@types/office-js\` and the object models; a test fails when this page is out of date.

- **Implemented**: behaves as documented, and a test calls it, or office.js implements it without the host.
- **Untested**: implemented, but no test of the sandbox calls it.
- **Stored**: the value or the item is kept and returned, without behavior.
- **Absent**: each use is reported by name: \`Not in the sandbox: Excel.PivotTable.refresh (ExcelApi 1.3)\`.

${claims(entries)}

${seenOnOffice(entries)} \`npx office-addin-sandbox coverage --json\` prints every member.

| Requirement set | Implemented | Untested | Stored | Absent |
| --- | --- | --- | --- | --- |
${counts.join('\n')}

${['Word', 'Excel', 'PowerPoint', 'Office'].map((app) => section(app, entries)).join('\n')}`;
}

/** States which members real Office was asked about. */
function seenOnOffice(entries: readonly CoverageEntry[]): string {
  const seen = entries.filter((entry) => entry.seen);
  const contribute =
    '[Add what your Office answers](README.md#add-what-your-office-answers) in five minutes.';
  if (seen.length === 0) return `No member has been seen on real Office yet. ${contribute}`;
  const rows = seen.map(
    ({ member, seen: sightings = [] }) => `| ${member} | ${sightings.map(sightingText).join('; ')} |`,
  );
  return `Seen on real Office, so that \`compare\` shows where the sandbox differs (${seen.length} of ${entries.length} members). ${contribute}

| Member | Seen |
| --- | --- |
${rows.join('\n')}

`;
}

/** States which sets `isSetSupported` reports. */
function claims(entries: readonly CoverageEntry[]): string {
  const sets = Object.entries(claimedSets(entries)).map(([name, version]) => `${name} ${version}`);
  return `\`isSetSupported\` is true for ${sets.join(', ')} and earlier: the highest versions up to which every version has at least two thirds of its members, and of which npm's office.js has the members. For Mailbox and the Common API, the sandbox claims what it lists in applications.ts.`;
}

/** Lists the members of classes of which the sandbox implements something. */
function section(app: string, entries: readonly CoverageEntry[]): string {
  const own = entries.filter(({ member }) => member.startsWith(`${app}.`));
  const types = [...new Set(own.map(({ member }) => typeOf(member)))];
  const rows = types.flatMap((type) => {
    const members = own.filter(({ member }) => typeOf(member) === type);
    const names = (...supports: Support[]) =>
      members
        .filter(({ support }) => supports.includes(support))
        .map(({ member }) => member.slice(type.length + 1))
        .join(', ') || '–';
    if (!members.some(({ support }) => support === 'implemented' || support === 'untested')) return [];
    return [
      `| ${type.slice(app.length + 1)} | ${names('implemented', 'office.js')} | ${names('untested')} | ${names('stored')} | ${names('absent')} |`,
    ];
  });
  return `## ${app}\n\n| Class | Implemented | Untested | Stored | Absent |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const typeOf = (member: string) => member.slice(0, member.lastIndexOf('.'));
