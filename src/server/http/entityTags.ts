/** One entity tag of a header, in quotation marks, without the mark of a weak one. */
interface EntityTag {
  readonly tag: string;
  readonly weak: boolean;
}

/** RFC 9110 8.8.3, with what may stand before the next one in a list. */
const TAG = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?:,[ \t,]*|$)/y;

/**
 * Reads If-Match or If-None-Match (RFC 9110 13.1.1, 13.1.2).
 * @returns `*`, the tags, or undefined when it is neither
 */
function readTags(header: string): '*' | readonly EntityTag[] | undefined {
  const text = header.trim();
  if (text === '*') return '*';
  const tags: EntityTag[] = [];
  // A list may have empty members.
  TAG.lastIndex = /^[ \t,]*/.exec(text)?.[0].length ?? 0;
  while (TAG.lastIndex < text.length) {
    const match = TAG.exec(text);
    if (!match) return undefined;
    tags.push({ tag: match[2] ?? '', weak: match[1] !== undefined });
  }
  return tags;
}

/**
 * Returns the tags of If-Match that can match at all: a weak one never does, because the comparison is strong. A malformed
 * header has none, so that nothing is overwritten.
 */
export function ifMatchTags(header: string): '*' | readonly string[] {
  const tags = readTags(header) ?? [];
  return tags === '*' ? tags : tags.filter(({ weak }) => !weak).map(({ tag }) => tag);
}

/** Returns the tags of If-None-Match, weak ones too (weak comparison); undefined when it is malformed. */
export function ifNoneMatchTags(header: string): '*' | readonly string[] | undefined {
  const tags = readTags(header);
  return tags === '*' || tags === undefined ? tags : tags.map(({ tag }) => tag);
}

/**
 * Returns whether the client of a GET has this representation already. Not `req.fresh`, which takes a no-cache of the
 * same request for an order to send it all again.
 * @param tag in quotation marks
 */
export function hasTag(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = ifNoneMatch === undefined ? [] : (ifNoneMatchTags(ifNoneMatch) ?? []);
  return tags === '*' || tags.includes(tag);
}
