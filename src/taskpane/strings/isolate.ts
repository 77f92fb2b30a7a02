/** Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9). */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A name or another text that is not ours, for use within a sentence: its direction neither is changed by the
 * sentence nor changes it (U+2068 FIRST STRONG ISOLATE to U+2069 POP DIRECTIONAL ISOLATE). Controls of its own
 * are taken out, because they could end the isolation.
 */
export function isolate(text: string): string {
  return `\u2068${text.replace(CONTROLS, '')}\u2069`;
}
