import { truncateText, wellFormed } from '../../contract/text.ts';

const MAX_CHARACTERS = 400;

/**
 * Makes text from another system safe to display: replaces lone surrogates, removes control characters and the
 * bidirectional marks that can disguise a file name, and truncates to 400 UTF-16 units between graphemes. Returns null if
 * `value` is not a string, or nothing is left.
 */
export function sanitizeText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // \p{Cc} instead of the characters themselves, which ESLint reports (no-control-regex).
  const clean = wellFormed(value).replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
  const cut = truncateText(clean.trim(), MAX_CHARACTERS).trimEnd();
  return cut === '' ? null : cut;
}

/** Returns a URL that is safe in a user's document: https, without user name or password. Null for any other value. */
export function safeUrl(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
