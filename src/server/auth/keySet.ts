import { importJWK, type CryptoKey } from 'jose';
import { z } from 'zod';

const rsaKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  // 2048 bits at least (RFC 7518 3.3), and no more than anybody uses: a verification costs by the square.
  n: z.string().regex(/^[\w-]{341,1400}$/),
  // 65537, and nothing else since decades; an exponent of 1 would make every signature good.
  e: z.literal('AQAB'),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  issuer: z.string().optional(),
});
type RsaKey = z.output<typeof rsaKey>;
const keySet = z.looseObject({ keys: z.array(z.unknown()).max(200) });

export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
  /** The same id with another modulus behind it is another key. */
  readonly modulus: string;
  /** Whose tokens it may sign; `{tenantid}` stands for any tenant. Empty: not said. */
  readonly issuers: readonly string[];
}

/** The usable keys of a JWK set (RFC 7517); others, such as keys for encryption, are left out. */
export async function readKeySet(body: unknown): Promise<SigningKey[]> {
  const set = keySet.safeParse(body);
  if (!set.success) return [];
  const found = set.data.keys.map((key) => rsaKey.safeParse(key)).flatMap(({ data }) => (data ? [data] : []));
  const read = await Promise.allSettled(
    [...groupByKey(found).values()].map(async (group): Promise<SigningKey> => {
      const { kty, n, e, kid } = group[0];
      const key = await importJWK({ kty, n, e }, 'RS256');
      if (key instanceof Uint8Array) throw new TypeError('An RSA key was read as a secret.');
      return { kid, key, modulus: n, issuers: issuersIn(group) };
    }),
  );
  return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** One key can stand in the set once for each issuer that it signs for. */
function groupByKey(keys: readonly RsaKey[]): Map<string, [RsaKey, ...RsaKey[]]> {
  const groups = new Map<string, [RsaKey, ...RsaKey[]]>();
  for (const key of keys) {
    const id = `${key.kid} ${key.n}`;
    const group = groups.get(id);
    if (group) group.push(key);
    else groups.set(id, [key]);
  }
  return groups;
}

function issuersIn(group: readonly RsaKey[]): string[] {
  const issuers = group.map(({ issuer }) => issuer);
  return issuers.every((issuer) => issuer !== undefined) ? issuers : [];
}

/**
 * Whether a key may sign for this issuer. The key sets of Entra ID name the v2.0 issuer even for keys that sign
 * v1.0 tokens, so the v2.0 issuer of the same tenant is what has to fit.
 */
export function mayIssueFor(
  { issuers }: Pick<SigningKey, 'issuers'>,
  v2Issuer: string,
  iss: string,
  tid: string,
): boolean {
  if (issuers.length === 0) return true;
  return issuers
    .map((issuer) => issuer.replace('{tenantid}', tid))
    .some((issuer) => issuer === v2Issuer || issuer === iss);
}
