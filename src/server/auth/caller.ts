/** The user who made the request, from a validated token. */
export interface Caller {
  /** Object id and tenant id identify the user. Never use name or mail, which can be reassigned. */
  readonly oid: string;
  readonly tid: string;
  /** Pseudonym for the log: enough to find a user's requests on demand, not enough to identify the user. */
  readonly alias: string;
  /** The token itself, the assertion of the on-behalf-of exchange. Kept in memory only. */
  readonly token: string;
  /** SHA-256 of the token, base64url: the key of both caches, computed once per request. */
  readonly tokenHash: string;
  /** `exp`, in milliseconds since the epoch. */
  readonly expiresAt: number;
}
