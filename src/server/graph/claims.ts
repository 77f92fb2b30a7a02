/** A claims challenge has a few hundred characters; it is passed on in headers and URLs. */
const MAX_CLAIMS_LENGTH = 4_096;

/**
 * Reads a claims challenge from a response member, which is either JSON text (returned unchanged) or an object.
 * @returns plain JSON text; undefined for anything but a JSON object of reasonable size
 */
export function readClaims(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  if (typeof text !== 'string' || text.length > MAX_CLAIMS_LENGTH) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject && Object.keys(parsed).length > 0 ? text : undefined;
  } catch {
    return undefined; // Not JSON, so not a challenge.
  }
}

/**
 * Reads the claims from Graph's WWW-Authenticate header with `error="insufficient_claims"` (continuous access evaluation;
 * Microsoft's page "Claims challenges, claims requests and client capabilities").
 * @returns plain JSON text; undefined if the header is not such a challenge
 */
export function readClaimsChallenge(header: string | undefined): string | undefined {
  if (!header || !/\berror="?insufficient_claims"?/i.test(header)) return undefined;
  const encoded = /\bclaims="([^"]*)"/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  return readClaims(Buffer.from(encoded, 'base64').toString('utf8'));
}
