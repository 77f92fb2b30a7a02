/** Characters as a reader sees them: an emoji of several code points, a flag, a letter with its marks. */
const graphemes: Intl.Segmenter | undefined =
  // WebViews of before 2021, and Firefox before 125, have none.
  typeof Intl.Segmenter === 'function'
    ? new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    : undefined;

/** A cut within a long cluster is found without looking at all of the text. */
const LOOK_AHEAD = 200;

/** Replaces halves of surrogate pairs by U+FFFD, as String.prototype.toWellFormed, which older browsers lack. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/**
 * Cuts text to at most so many UTF-16 units, between graphemes; within one only when it is longer than the limit,
 * and then between code points.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = graphemes?.segment(text.slice(0, most + LOOK_AHEAD)).containing(most)?.index ?? 0;
  return text.slice(0, end > 0 ? end : most).replace(/[\ud800-\udbff]$/, '');
}

/** Returns the first character as a reader sees it; empty for empty text. */
export function firstGrapheme(text: string): string {
  const [first] = graphemes ? graphemes.segment(text.slice(0, LOOK_AHEAD)) : [];
  return first?.segment ?? [...text][0] ?? '';
}
