import { wellFormed } from '../../contract/text.ts';

/** Control characters, and the separators that Office takes for line ends. */
const LINE_BREAKERS = /[\p{Cc}\u2028\u2029]+/gu;

/** Returns one line of whole characters: a name can hold whatever Graph lets through, and Office refuses halves of pairs. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(LINE_BREAKERS, ' ').trim();
}
