import { ifMatchTags, ifNoneMatchTags } from '../../http/caching.ts';
import type { Preconditions, Revision } from './preferencesStore.ts';

/** Returns the strong entity tag of a revision (RFC 9110 8.8.3). */
export function entityTag(revision: Revision): string {
  return `"${revision}"`;
}

const revisionOf = (tag: string): Revision => tag.slice(1, -1);

/** Returns the revisions for which If-Match and If-None-Match allow a change (RFC 9110 13.1). */
export function preconditionsOf(ifMatch: string | undefined, ifNoneMatch: string | undefined): Preconditions {
  const match = ifMatch === undefined ? undefined : ifMatchTags(ifMatch);
  // A malformed header must not allow a change, so treat it like an If-Match without tags.
  const noneMatch = ifNoneMatch === undefined ? [] : ifNoneMatchTags(ifNoneMatch);
  if (noneMatch === undefined) return { oneOf: [] };
  return {
    ...(match === undefined ? {} : { oneOf: match === '*' ? 'any' : match.map(revisionOf) }),
    noneOf: noneMatch === '*' ? 'any' : noneMatch.map(revisionOf),
  };
}
