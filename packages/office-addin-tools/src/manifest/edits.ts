import type { Span, XmlElement } from './element.ts';

/** Replaces a span of a text. */
export interface Edit extends Span {
  readonly text: string;
}

/** Applies edits in any order. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((result, { from, to, text: piece }) => result.slice(0, from) + piece + result.slice(to), text);
}

/** Returns an edit that removes the element and the whitespace before it. */
export function removal(xml: string, { tag, content }: XmlElement): Edit {
  const to = xml.startsWith('</', content.to) ? xml.indexOf('>', content.to) + 1 : tag.to;
  const before = xml.slice(0, tag.from);
  return { from: before.trimEnd().length, to, text: '' };
}
