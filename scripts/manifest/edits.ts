import type { Span } from './element.ts';

/** One place of a text that gets another content. */
export interface Edit extends Span {
  readonly text: string;
}

/** The text with all edits; they may come in any order and do not overlap. Everything else stays as it is. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((result, { from, to, text: piece }) => result.slice(0, from) + piece + result.slice(to), text);
}
