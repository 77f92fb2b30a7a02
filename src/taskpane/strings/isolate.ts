/** Embedding, override, and isolate characters of the Unicode Bidirectional Algorithm (UAX #9). */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Returns a name or other foreign text for use in a sentence, isolated so that neither changes the direction of the other
 * (U+2068 FIRST STRONG ISOLATE, U+2069 POP DIRECTIONAL ISOLATE). Removes control characters, which could end the
 * isolation.
 */
export function isolate(text: string): string {
  return `\u2068${text.replace(CONTROLS, '')}\u2069`;
}
