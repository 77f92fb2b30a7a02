import { settingNames } from './settings.ts';

/** Finds misspelled names of settings. Pure. */

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

/** Returns the setting that was probably meant; undefined for a known name, and for one that is like none. */
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
 * Returns the number of insertions, deletions, substitutions and swaps of neighbors (optimal string alignment). The
 * maintained packages (`leven`, `fastest-levenshtein`) count a swap, the most common slip, as two edits: with a limit of
 * one they miss PROT for PORT, with two they take HOST for PORT.
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
