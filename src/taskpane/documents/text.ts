import { wellFormed } from '../../contract/text.ts';
import type { Row } from './index.ts';

/** Returns ` (date, size)` to append to the title; empty if no detail is known. */
export function detailsAfterTitle({ cells }: Row): string {
  const known = cells.map(({ text }) => text).filter(Boolean);
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

/** Characters. Excel rejects longer addresses, and in practice so do the others. */
const MAX_LENGTH = 2000;

/** Returns the normalized address, or null if it is not https, has credentials, or is too long for Office. */
export function linkAddress(webUrl: string): string | null {
  const url = URL.canParse(webUrl) ? new URL(webUrl) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url.href.length > MAX_LENGTH ? null : url.href;
}

/** Control characters, and the separators that Office treats as line ends. */
const LINE_BREAKERS = /[\p{Cc}\u2028\u2029]+/gu;

/** Returns the text as one well-formed line. Names from Graph can contain lone surrogates, which Office rejects. */
export function oneLine(text: string): string {
  return wellFormed(text).replace(LINE_BREAKERS, ' ').trim();
}
