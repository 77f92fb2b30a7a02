/** Whose request it is, once the token has been found good. */
export interface Caller {
  /** Object id and tenant id: the identity. Never name or mail, which change hands. */
  readonly oid: string;
  readonly tid: string;
  /** Enough to find one person's requests again in the log when they ask, not enough to tell who it was. */
  readonly alias: string;
  /** The token itself: the assertion of the on-behalf-of exchange. In memory only. */
  readonly token: string;
  /** SHA-256 of the token, base64url: key of both caches, computed once per request. */
  readonly tokenHash: string;
  /** `exp`, in milliseconds since the epoch. */
  readonly expiresAt: number;
}
