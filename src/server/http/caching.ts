import { hash } from 'node:crypto';
import type { Response } from 'express';
import type { Caller } from '../auth/tokenValidator.ts';

interface CacheableContent {
  readonly type: string;
  readonly body: string | Buffer;
  readonly maxAgeSeconds: number;
}

/**
 * Sends a response that the browser may cache and later revalidate. `Vary` limits the cached copy to one token, so the
 * next user of the same browser does not get it. See decision 9.
 */
export function sendCacheable(
  res: Response,
  caller: Pick<Caller, 'oid' | 'tid'>,
  { type, body, maxAgeSeconds }: CacheableContent,
): void {
  // The tag includes the user: even with a faulty cache, no user can revalidate another user's copy.
  const content = hash(
    'sha256',
    Buffer.concat([Buffer.from(`${caller.tid}/${caller.oid}/`), Buffer.from(body)]),
    'base64url',
  );
  allowCaching(res, maxAgeSeconds);
  const tag = `"${content}"`;
  res.setHeader('ETag', tag);
  if (hasTag(res.req.headers['if-none-match'], tag)) {
    res.status(304).end();
    return;
  }
  res.setHeader('Content-Type', type);
  res.setHeader('Content-Length', Buffer.byteLength(body));
  res.end(body);
}

export function allowCaching(res: Response, maxAgeSeconds: number): void {
  res.setHeader('Cache-Control', `private, max-age=${maxAgeSeconds}`);
  res.setHeader('Vary', 'Authorization');
}

/** One entity tag of a header: in quotation marks, without the `W/` of a weak tag. */
interface EntityTag {
  readonly tag: string;
  readonly weak: boolean;
}

/** An entity tag (RFC 9110 8.8.3) and the separator to the next one. */
const TAG = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?:,[ \t,]*|$)/y;

/**
 * Parses If-Match or If-None-Match (RFC 9110 13.1.1, 13.1.2).
 * @returns `*`, the tags, or undefined if the header is malformed
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
 * Returns the strong tags of If-Match; weak tags never match, because the comparison is strong. Returns no tags for a
 * malformed header, so that nothing is overwritten.
 */
export function ifMatchTags(header: string): '*' | readonly string[] {
  const tags = readTags(header) ?? [];
  return tags === '*' ? tags : tags.filter(({ weak }) => !weak).map(({ tag }) => tag);
}

/** Returns the tags of If-None-Match, including weak ones (weak comparison); undefined if the header is malformed. */
export function ifNoneMatchTags(header: string): '*' | readonly string[] | undefined {
  const tags = readTags(header);
  return tags === '*' || tags === undefined ? tags : tags.map(({ tag }) => tag);
}

/**
 * Returns whether the client of a GET already has this representation. Unlike `req.fresh`, ignores `no-cache` in the
 * request, which would force a full response.
 * @param tag in quotation marks
 */
export function hasTag(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = ifNoneMatch === undefined ? [] : (ifNoneMatchTags(ifNoneMatch) ?? []);
  return tags === '*' || tags.includes(tag);
}
