/** An access token for our own API. It lives in memory only. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970; 0 when the token does not say: then it serves one job. */
  readonly expiresAt: number;
}

/** A token is not used in its last minute: the server would meet it expired. */
const MARGIN_MS = 60_000;

export function isUsable(token: Token, now: number): boolean {
  return token.expiresAt - MARGIN_MS > now;
}

/**
 * Reads `exp` without checking anything: only the server can tell a good token from a bad one, and an unreadable
 * one is its to refuse.
 */
export function tokenFrom(jwt: string): Token {
  return { value: jwt, expiresAt: expiry(jwt) };
}

function expiry(jwt: string): number {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    return 0; // Not a JWT: opaque to us.
  }
}
