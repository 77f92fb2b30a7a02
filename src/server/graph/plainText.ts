const MOST_CHARACTERS = 400;

/**
 * Text of another system for the eye: without control characters and without the marks that turn the direction
 * of writing, with which `exe.docx` can be made to look like something else. Null: it is no text.
 */
export function plainText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const clean = value
    .slice(0, MOST_CHARACTERS)
    // eslint reads control characters in a pattern as a slip, so they are named by their class.
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return clean === '' ? null : clean;
}
