/**
 * Returns whether the text is an id of a drive or item, personal (`ABC!123`) or business (`b!x-Y_z`, `01ABC…`). Such ids
 * are safe in a path, even after decoding: no slash, dot, percent sign, quote, semicolon, question mark or number sign.
 */
export function isGraphId(text: string): boolean {
  return /^[\w!-]{1,256}$/.test(text);
}

/** Characters that a server or proxy may treat as the end of a path segment, even after decoding twice. */
const SEPARATORS = /[/\\?#;%]+/g;

/**
 * Replaces separators in a search text with spaces. Search engines treat them as spaces anyway, and some servers decode a
 * path before splitting it. Returns an empty string if nothing is left to search for.
 */
export function searchWords(text: string): string {
  return text.replace(SEPARATORS, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * Returns an OData string literal for a path segment: quotes doubled (OData 4.01 ABNF, `string`), then percent-encoded.
 * @param words result of `searchWords`
 */
export function quotedSegment(words: string): string {
  return `'${encodeURIComponent(words.replaceAll("'", "''"))}'`;
}
