import { hash } from 'node:crypto';
import type { Response } from 'express';
import type { Caller } from '../auth/caller.ts';
import { hasTag } from './entityTags.ts';

export interface Kept {
  readonly type: string;
  readonly body: string | Buffer;
  readonly maxAgeSeconds: number;
}

/**
 * Answers with what the browser may keep for a while, and may ask about afterwards instead of fetching it again.
 * Kept for one token only (Vary): the next one who signs in at the same browser has another. See decision 9.
 */
export function answerKept(
  res: Response,
  caller: Pick<Caller, 'oid' | 'tid'>,
  { type, body, maxAgeSeconds }: Kept,
): void {
  // The user stands in it too: whatever a cache does wrong, nobody else's copy can be found good.
  const content = hash(
    'sha256',
    Buffer.concat([Buffer.from(`${caller.tid}/${caller.oid}/`), Buffer.from(body)]),
    'base64url',
  );
  keepFor(res, maxAgeSeconds);
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

export function keepFor(res: Response, maxAgeSeconds: number): void {
  res.setHeader('Cache-Control', `private, max-age=${maxAgeSeconds}`);
  res.setHeader('Vary', 'Authorization');
}
