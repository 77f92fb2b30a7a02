/**
 * Ids of drives and items, personal (`ABC!123`) and business (`b!x-Y_z`, `01ABC…`). Nothing in them separates, neither
 * as it is nor once it has been decoded: no slash, dot, percent sign, quote, semicolon, question mark or number sign.
 */
export function isGraphId(text: string): boolean {
  return /^[\w!-]{1,256}$/.test(text);
}

/** What a server or a proxy on the way may take for the end of a path segment, also after decoding it twice. */
const SEPARATORS = /[/\\?#;%]+/g;

/**
 * Returns the words of a search without separators. Search engines treat these characters as spaces anyway, and some
 * servers decode a path before they take it apart. Empty: nothing is left to search for.
 */
export function searchWords(text: string): string {
  return text.replace(SEPARATORS, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * Returns an OData string for use within a path segment: its quotes are doubled (OData 4.01 ABNF, `string`), then all
 * of it is percent-encoded.
 * @param words from `searchWords`
 */
export function quotedSegment(words: string): string {
  return `'${encodeURIComponent(words.replaceAll("'", "''"))}'`;
}
