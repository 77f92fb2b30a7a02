/** A claims challenge is a few hundred characters; it travels in headers and addresses. */
const MAX_CLAIMS_LENGTH = 4_096;

/**
 * The claims challenge in a member of an answer: JSON text, handed on unchanged, or the object itself.
 * @returns plain JSON text; undefined for anything that is not a JSON object of reasonable size
 */
export function readClaims(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  if (typeof text !== 'string' || text.length > MAX_CLAIMS_LENGTH) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject && Object.keys(parsed).length > 0 ? text : undefined;
  } catch {
    return undefined; // Not JSON: no challenge that anyone could meet.
  }
}

/**
 * The claims in a WWW-Authenticate header of Graph with `error="insufficient_claims"` (continuous access
 * evaluation; Microsoft's page "Claims challenges, claims requests and client capabilities").
 * @returns plain JSON text; undefined when the header is no such challenge
 */
export function readClaimsChallenge(header: string | undefined): string | undefined {
  if (!header || !/\berror="?insufficient_claims"?/i.test(header)) return undefined;
  const encoded = /\bclaims="([^"]*)"/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  return readClaims(Buffer.from(encoded, 'base64').toString('utf8'));
}
