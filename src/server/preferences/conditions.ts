import { ANY_RECORD, NO_RECORD, type Revision } from './preferencesStore.ts';

/** Strong entity tag of a state (RFC 9110 8.8.3). */
export function entityTag(revision: Revision): string {
  return `"${revision}"`;
}

/**
 * The state in which a change may meet the record: If-Match, or `If-None-Match: *` for "only if there is none"
 * (RFC 9110 13.1). A header of any other form names a state that does not exist, so that nothing is overwritten.
 * @returns undefined: whatever the state is
 */
export function expectedRevision(
  ifMatch: string | undefined,
  ifNoneMatch: string | undefined,
): Revision | undefined {
  if (ifNoneMatch?.trim() === '*') return NO_RECORD;
  if (ifMatch === undefined) return undefined;
  if (ifMatch.trim() === '*') return ANY_RECORD;
  // A revision names a state and not its bytes, so one that a compressing proxy has marked as weak (W/) still names it.
  return /^\s*(?:W\/)?"([\x21\x23-\x7e]*)"\s*$/.exec(ifMatch)?.[1] ?? '';
}
