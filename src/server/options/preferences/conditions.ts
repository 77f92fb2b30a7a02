import { ifMatchTags, ifNoneMatchTags } from '../../http/entityTags.ts';
import type { Expected, Revision } from './preferencesStore.ts';

/** Returns the strong entity tag of a state (RFC 9110 8.8.3). */
export function entityTag(revision: Revision): string {
  return `"${revision}"`;
}

const revisionOf = (tag: string): Revision => tag.slice(1, -1);

/** Returns the states in which a change may meet the record, by If-Match and If-None-Match (RFC 9110 13.1). */
export function expectedStates(ifMatch: string | undefined, ifNoneMatch: string | undefined): Expected {
  const match = ifMatch === undefined ? undefined : ifMatchTags(ifMatch);
  // A malformed header must not make a change: as if it were `If-Match` with no tag.
  const noneMatch = ifNoneMatch === undefined ? [] : ifNoneMatchTags(ifNoneMatch);
  if (noneMatch === undefined) return { oneOf: [] };
  return {
    ...(match === undefined ? {} : { oneOf: match === '*' ? 'any' : match.map(revisionOf) }),
    noneOf: noneMatch === '*' ? 'any' : noneMatch.map(revisionOf),
  };
}
