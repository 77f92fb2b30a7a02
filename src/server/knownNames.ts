import { settingNames } from './settings.ts';

/** Finds misspelt names of settings. Pure. */

/** Read by the commands, by Node.js and by the packages that it loads. */
const OTHERS = [
  'SANDBOX_PORT',
  'BROWSER',
  'BROWSER_PATH',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
];
const known = [...settingNames, ...OTHERS];

/** @returns the setting that was probably meant; undefined for a known name and for one that is like none */
export function meantSetting(name: string): string | undefined {
  if (known.includes(name)) return undefined;
  const plain = plainOf(name);
  const near = known
    .map((candidate) => ({ candidate, steps: editSteps(plain, plainOf(candidate)) }))
    .filter(({ candidate, steps }) => steps <= allowed(candidate))
    .toSorted((one, other) => one.steps - other.steps)[0];
  return near?.candidate;
}

/** Of the environment, only the longer names: it has many short names of other programs. */
export function meantVariable(name: string): string | undefined {
  return plainOf(name).length < 7 ? undefined : meantSetting(name);
}

const plainOf = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/gu, '');
const allowed = (candidate: string) => (candidate.length < 6 ? 1 : 2);

/** Insertions, deletions, substitutions and swaps of neighbors (optimal string alignment) from one to the other. */
export function editSteps(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    rows.push(next);
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(
        Math.min(
          at(row - 1, column) + 1,
          (next[column - 1] ?? Infinity) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(from.length, to.length);
}
