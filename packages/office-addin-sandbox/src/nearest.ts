/**
 * Returns the most similar candidate: the one with the fewest edits (Damerau-Levenshtein; a difference in case counts
 * half an edit), or undefined if none is similar. Skips candidates of a very different length, so a name of a megabyte
 * costs nothing.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    if (name.length === candidate.length && name.toLowerCase() === candidate.toLowerCase()) return candidate;
    const most = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    if (Math.abs(name.length - candidate.length) > most) continue;
    const distance = editDistance(name, candidate);
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Returns `Did you mean excel?` with the most similar candidate, or an empty string if none is similar. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const found = nearest(name, candidates);
  return found === undefined ? '' : `Did you mean ${found}?`;
}

/** Optimal string alignment: insertions, deletions, substitutions, and swaps of two neighbors. */
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
