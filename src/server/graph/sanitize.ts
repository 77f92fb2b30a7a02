import { truncateText, wellFormed } from '../../contract/text.ts';

const MAX_CHARACTERS = 400;

/**
 * Returns text of another system for display: whole characters only, without control characters and without the
 * marks that turn the direction of writing, with which `exe.docx` can be made to look like something else; at most
 * 400 UTF-16 units, cut between graphemes. Null: it is no text, or nothing is left.
 */
export function sanitizeText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // eslint reads control characters in a pattern as a slip, so they are named by their class.
  const clean = wellFormed(value).replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
  const cut = truncateText(clean.trim(), MAX_CHARACTERS).trimEnd();
  return cut === '' ? null : cut;
}

/** Returns a link that may go into a user's document: https, without a user name or a password. Null: it is not one. */
export function safeUrl(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
