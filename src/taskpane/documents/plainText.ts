import { wellFormed } from '../../contract/text.ts';

/** Control characters, and the separators that Office treats as line ends. */
const LINE_BREAKERS = /[\p{Cc}\u2028\u2029]+/gu;

/** Returns the text as one well-formed line. Names from Graph can contain lone surrogates, which Office rejects. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(LINE_BREAKERS, ' ').trim();
}
