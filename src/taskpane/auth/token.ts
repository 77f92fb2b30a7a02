/** An access token for our own API. It lives in memory only. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970; 0 when the token does not say: then it serves one job. */
  readonly expiresAt: number;
  /** Whose it says it is, `oid@tid`; null when it does not say. Not verified: good for noticing a change only. */
  readonly owner: string | null;
}

/** A token is not used in its last minute: the server would meet it expired. */
const MARGIN_MS = 60_000;

export function isUsable(token: Token, now: number): boolean {
  return token.expiresAt - MARGIN_MS > now;
}

/**
 * Reads what the token says of itself without checking anything: only the server can tell a good token from a bad
 * one, and an unreadable one is its to refuse.
 */
export function tokenFrom(jwt: string): Token {
  const { exp, oid, tid } = claimsOf(jwt);
  return {
    value: jwt,
    expiresAt: typeof exp === 'number' ? exp * 1000 : 0,
    owner: typeof oid === 'string' && typeof tid === 'string' ? `${oid}@${tid}` : null,
  };
}

function claimsOf(jwt: string): Record<string, unknown> {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return (JSON.parse(atob(payload)) ?? {}) as Record<string, unknown>;
  } catch {
    return {}; // Not a JWT: opaque to us.
  }
}
