import { importJWK, type CryptoKey } from 'jose';
import { z } from 'zod';

const rsaKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  // 2048 bits at least (RFC 7518 3.3).
  n: z.string().regex(/^[\w-]{341,}$/),
  e: z.string(),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  issuer: z.string().optional(),
});
const keySet = z.looseObject({ keys: z.array(z.unknown()).max(200) });

export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
  /** Which issuer's tokens it may sign; `{tenantid}` stands for any tenant. Undefined: not said. */
  readonly issuer: string | undefined;
}

/** The usable keys of a JWK set (RFC 7517); others, such as keys for encryption, are left out. */
export async function readKeySet(body: unknown): Promise<SigningKey[]> {
  const set = keySet.safeParse(body);
  if (!set.success) return [];
  const found = set.data.keys.map((key) => rsaKey.safeParse(key)).flatMap(({ data }) => (data ? [data] : []));
  const read = await Promise.allSettled(
    found.map(async ({ kty, n, e, kid, issuer }): Promise<SigningKey> => {
      const key = await importJWK({ kty, n, e }, 'RS256');
      if (key instanceof Uint8Array) throw new TypeError('An RSA key was read as a secret.');
      return { kid, key, issuer };
    }),
  );
  return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/**
 * Whether a key may sign for this issuer. The key sets of Entra ID name the v2.0 issuer even for keys that sign
 * v1.0 tokens, so the v2.0 issuer of the same tenant is what has to fit.
 */
export function mayIssueFor(
  key: Pick<SigningKey, 'issuer'>,
  v2Issuer: string,
  iss: string,
  tid: string,
): boolean {
  if (key.issuer === undefined) return true;
  const issuer = key.issuer.replace('{tenantid}', tid);
  return issuer === v2Issuer || issuer === iss;
}
