import { settingNames } from './settings.ts';

/** Suggests the setting that a misspelled name was meant to be. Pure. */

/** Variables of the commands, Node.js and packages. */
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

/** Returns the most similar setting; undefined for a known name, and for one that is not similar to any. */
export function meantSetting(name: string): string | undefined {
  if (known.includes(name)) return undefined;
  const plain = plainOf(name);
  const near = known
    .map((candidate) => ({ candidate, edits: editDistance(plain, plainOf(candidate)) }))
    .filter(({ candidate, edits }) => edits <= (candidate.length < 6 ? 1 : 2))
    .toSorted((one, other) => one.edits - other.edits)[0];
  return near?.candidate;
}

const plainOf = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/gu, '');

/**
 * Returns the edit distance, with swaps of adjacent characters (optimal string alignment). The maintained packages (`leven`,
 * `fastest-levenshtein`) count a swap, the most common typo, as two edits: with a limit of one edit they miss PROT for
 * PORT, with two they suggest PORT for HOST.
 */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const at = (line: readonly number[], index: number) => line[index] ?? Infinity;
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(
        Math.min(
          at(last, column) + 1,
          at(next, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, next];
  }
  return last[to.length] ?? Infinity;
}
