/** Splits text into user-perceived characters, such as a flag, or a letter with its combining marks. */
const graphemes: Intl.Segmenter | undefined =
  // Missing in web views from before 2021 and in Firefox before 125.
  typeof Intl.Segmenter === 'function'
    ? new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    : undefined;

/** UTF-16 units to segment beyond the limit. Bounds the work on long text. */
const LOOK_AHEAD = 200;

/** Replaces lone surrogates with U+FFFD, like String.prototype.toWellFormed, which older browsers lack. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * Truncates text to at most `max` UTF-16 units, between graphemes. A single grapheme longer than `max` is cut between
 * code points.
 */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = graphemes?.segment(text.slice(0, max + LOOK_AHEAD)).containing(max)?.index ?? 0;
  return text.slice(0, end > 0 ? end : max).replace(/[\ud800-\udbff]$/, '');
}

/** Returns the first user-perceived character, or an empty string for empty text. */
export function firstGrapheme(text: string): string {
  const [first] = graphemes ? graphemes.segment(text.slice(0, LOOK_AHEAD)) : [];
  return first?.segment ?? [...text][0] ?? '';
}
