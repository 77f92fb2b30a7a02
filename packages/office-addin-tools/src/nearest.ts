/**
 * Returns the candidate with the fewest edits (Damerau-Levenshtein; case counts half an edit), or undefined if none is
 * close. Compares only candidates of a similar length, so that a very long name is cheap.
 * @param mostEdits allowed number of edits for a candidate; by default a third of the longer name
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  mostEdits = (candidate: string) => Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)),
): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (name.length === candidate.length && name.toLowerCase() === candidate.toLowerCase()) return candidate;
    const most = mostEdits(candidate);
    if (Math.abs(name.length - candidate.length) > most) continue;
    const distance = editDistance(name, candidate);
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Returns a suggestion such as `Did you mean --version?`; empty if no candidate is close. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const found = nearest(name, candidates);
  return found === undefined ? '' : `Did you mean ${found}?`;
}

/** Optimal string alignment: insertions, deletions, substitutions, and swaps of adjacent characters. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const cost = substitution(one[row - 1] ?? '', other[column - 1] ?? '');
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

function substitution(one: string, other: string): number {
  if (one === other) return 0;
  return one.toLowerCase() === other.toLowerCase() ? 0.5 : 1;
}
