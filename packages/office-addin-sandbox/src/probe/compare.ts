import type { Answer, ProbeAnswers } from './answers.ts';

export interface Difference {
  readonly probe: string;
  /** Undefined: the file has no answer. */
  readonly first: Answer | undefined;
  readonly second: Answer | undefined;
}

/** Returns the probes whose answers differ, in alphabetical order. */
export function differences(first: ProbeAnswers, second: ProbeAnswers): Difference[] {
  const probes = new Set([...Object.keys(first.answers), ...Object.keys(second.answers)]);
  return [...probes]
    .toSorted()
    .map((probe) => ({ probe, first: first.answers[probe], second: second.answers[probe] }))
    .filter(({ first: one, second: other }) => JSON.stringify(one) !== JSON.stringify(other));
}

/** Returns the differences as text, one probe in three lines. */
export function differencesText(
  found: readonly Difference[],
  [firstName, secondName]: readonly [string, string],
): string {
  if (found.length === 0) return 'No differences.';
  const width = Math.max(firstName.length, secondName.length);
  const line = (name: string, answer: Answer | undefined) =>
    `  ${name.padEnd(width)}  ${answer === undefined ? 'no answer' : JSON.stringify(answer)}`;
  return [
    ...found.flatMap(({ probe, first, second }) => [probe, line(firstName, first), line(secondName, second)]),
    `${found.length} ${found.length === 1 ? 'difference' : 'differences'}.`,
  ].join('\n');
}
