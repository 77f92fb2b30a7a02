/**
 * Whether If-None-Match lists this tag (RFC 9110 13.1.2, weak comparison). Not `req.fresh`, which takes a no-cache of the
 * same request for an order to send it all again.
 */
export function listsTag(ifNoneMatch: string | undefined, tag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
