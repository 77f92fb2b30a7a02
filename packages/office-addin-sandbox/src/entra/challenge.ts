/** Claims requests (OpenID Connect Core, section 5.5) as Entra ID uses them to ask for more proof of identity. */

/** Sent with every request by a client with the capability CP1; asks for nothing. */
const CAPABILITIES = 'xms_cc';

type ClaimsRequest = Readonly<Record<string, unknown>>;

/** @returns what is asked for the access token, or null when the text is no claims request. */
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

/** Does it ask for more than the client's capabilities? */
export function isChallenge(text: string | undefined): boolean {
  return Object.keys(accessTokenClaims(text) ?? {}).some((name) => name !== CAPABILITIES);
}

/**
 * The claims of a token that meets this challenge: the second factor (`amr`), and the authentication context that
 * was asked for by name (`acrs`).
 */
export function meetingClaims(text: string | undefined): Record<string, unknown> {
  if (!isChallenge(text)) return {};
  const { acrs } = (accessTokenClaims(text) ?? {}) as { acrs?: { value?: unknown; values?: unknown } };
  const values = Array.isArray(acrs?.values) ? (acrs.values as unknown[]) : [acrs?.value];
  const contexts = values.filter((value) => typeof value === 'string');
  return { amr: ['pwd', 'mfa'], ...(contexts.length > 0 ? { acrs: contexts } : {}) };
}

/** Was this token given after a challenge was met? */
export function meetsChallenge(claims: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(claims['amr']) && claims['amr'].includes('mfa');
}
