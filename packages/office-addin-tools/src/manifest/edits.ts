import type { Span, XmlElement } from './element.ts';

/** One place of a text that gets another content. */
export interface Edit extends Span {
  readonly text: string;
}

/** The text with all edits; they may come in any order and do not overlap. Everything else stays as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((result, { from, to, text: piece }) => result.slice(0, from) + piece + result.slice(to), text);
}

/** Takes the whole element out, with the space before it. */
export function removal(xml: string, { tag, content }: XmlElement): Edit {
  const to = xml.startsWith('</', content.to) ? xml.indexOf('>', content.to) + 1 : tag.to;
  const before = xml.slice(0, tag.from);
  return { from: before.trimEnd().length, to, text: '' };
}
