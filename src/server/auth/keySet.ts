import { z } from 'zod';

const rsaKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  // At least 2048 bits (RFC 7518 3.3). The upper bound exceeds any real key: verification cost grows quadratically.
  n: z.string().regex(/^[\w-]{341,1400}$/),
  // 65537. With an exponent of 1 every signature would be valid.
  e: z.literal('AQAB'),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  issuer: z.string().optional(),
});
const keySet = z.looseObject({ keys: z.array(z.unknown()).max(200) });

/** An RSA key that Entra ID publishes for signing, as a JWK. */
export interface PublishedKey {
  readonly kty: 'RSA';
  readonly e: 'AQAB';
  readonly kid: string;
  /** The modulus. The same `kid` with a different modulus is a different key. */
  readonly n: string;
  /** Issuers whose tokens the key may sign; `{tenantid}` stands for any tenant. Empty if the set does not name any. */
  readonly issuers: readonly string[];
}

/**
 * Returns the usable keys of a JWK set (RFC 7517), one per `kid`; leaves out others, such as encryption keys. Entra ID
 * lists a key that signs for several issuers once per issuer.
 */
export function readKeySet(body: unknown): PublishedKey[] {
  const keys = new Map<string, PublishedKey>();
  for (const entry of keySet.safeParse(body).data?.keys ?? []) {
    const key = rsaKey.safeParse(entry).data;
    if (!key) continue;
    const { kty, e, kid, n, issuer } = key;
    const before = keys.get(kid)?.n === n ? keys.get(kid)?.issuers : undefined;
    const issuers = issuer === undefined || before?.length === 0 ? [] : [...(before ?? []), issuer];
    keys.set(kid, { kty, e, kid, n, issuers });
  }
  return [...keys.values()];
}

/**
 * Returns whether a key may sign for an issuer. Entra ID lists the v2.0 issuer even for keys that sign v1.0 tokens, so
 * the tenant's v2.0 issuer is accepted as well.
 */
export function maySignFor(
  { issuers }: Pick<PublishedKey, 'issuers'>,
  v2Issuer: string,
  iss: string,
  tid: string,
): boolean {
  if (issuers.length === 0) return true;
  return issuers
    .map((issuer) => issuer.replace('{tenantid}', tid))
    .some((issuer) => issuer === v2Issuer || issuer === iss);
}
