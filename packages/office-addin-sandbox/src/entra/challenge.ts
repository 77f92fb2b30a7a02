/** Claims challenges of Entra ID, which are claims requests (OpenID Connect Core, section 5.5). */

/** A client with the capability CP1 sends this with every request. It isn't a challenge. */
const CAPABILITIES = 'xms_cc';

type ClaimsRequest = Readonly<Record<string, unknown>>;

/** Returns the claims requested for the access token, or null if the text isn't a claims request. */
function accessTokenClaims(text: string | undefined): ClaimsRequest | null {
  if (!text) return null;
  try {
    const request = JSON.parse(text) as { access_token?: unknown } | null;
    const wanted = request?.access_token;
    return typeof wanted === 'object' && wanted !== null ? (wanted as ClaimsRequest) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Returns whether the text requests more than the client's capabilities. */
export function isChallenge(text: string | undefined): boolean {
  return Object.keys(accessTokenClaims(text) ?? {}).some((name) => name !== CAPABILITIES);
}

/** Returns the claims that satisfy the challenge: `amr` with multifactor authentication, and the requested `acrs`. */
export function claimsForChallenge(text: string | undefined): Record<string, unknown> {
  if (!isChallenge(text)) return {};
  const { acrs } = (accessTokenClaims(text) ?? {}) as { acrs?: { value?: unknown; values?: unknown } };
  const values = Array.isArray(acrs?.values) ? (acrs.values as unknown[]) : [acrs?.value];
  const contexts = values.filter((value) => typeof value === 'string');
  return { amr: ['pwd', 'mfa'], ...(contexts.length > 0 ? { acrs: contexts } : {}) };
}

/** Returns whether the token was issued after a challenge was satisfied. */
export function satisfiesChallenge(claims: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(claims['amr']) && claims['amr'].includes('mfa');
}
