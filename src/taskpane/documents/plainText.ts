/** Control characters, and the separators that Office takes for line ends. */
const LINE_BREAKERS = /[\p{Cc}\u2028\u2029]+/gu;

/** One line of text: a name can hold whatever Graph lets through, but a table cell or a list line stays one line. */
export function oneLine(text: string): string {
  return text.replace(LINE_BREAKERS, ' ').trim();
}
