import { hash } from 'node:crypto';
import type { Response } from 'express';
import type { Caller } from '../auth/tokenValidator.ts';
import { hasTag } from './entityTags.ts';

export interface CacheableContent {
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
