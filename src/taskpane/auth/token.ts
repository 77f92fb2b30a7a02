/** An access token for the add-in's API. Kept in memory only. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970; 0: unknown, so the token is used for one job only. */
  readonly expiresAt: number;
  /** `oid@tid` from the token; null: unknown. Not verified, so use it only to notice a change of account. */
  readonly owner: string | null;
}

/** A token in its last minute could expire before it reaches the server. */
const MARGIN_MS = 60_000;

export function isUsable(token: Token, now: number): boolean {
  return token.expiresAt - MARGIN_MS > now;
}

/**
 * Reads expiry and owner from the token without validating it. Only the server validates tokens, so an unreadable one is
 * passed on.
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
    return {}; // Not a JWT.
  }
}
