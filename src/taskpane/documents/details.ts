import type { Row } from './insertJob.ts';

/** Returns ` (date, size)` to append to the title; empty if no detail is known. */
export function detailsAfterTitle({ cells }: Row): string {
  const known = cells.map(({ text }) => text).filter(Boolean);
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}
