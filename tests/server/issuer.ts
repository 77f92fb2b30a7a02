import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** Identities and keys for tests that issue tokens like Entra ID. */
export const CLIENT_ID = '5a5d0b0c-0000-4000-8000-0000000000aa';
export const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001';
export const OTHER_TENANT = 'bbbbbbbb-0000-4000-8000-000000000002';
export const USER = 'cccccccc-0000-4000-8000-000000000003';

export interface SigningPair {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function createSigningPair(kid: string): Promise<SigningPair> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

export type Claims = Record<string, unknown>;

/** Returns the claims of a valid v2.0 token with a lifetime of one hour. @param origin of the authority */
export function goodClaims(origin: string, now = Date.now()): Claims {
  const seconds = Math.floor(now / 1000);
  return {
    aud: CLIENT_ID,
    iss: `${origin}/${TENANT}/v2.0`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3600,
    oid: USER,
    tid: TENANT,
    scp: 'access_as_user',
    ver: '2.0',
    name: 'Test Person',
    preferred_username: 'test@contoso.example',
  };
}

/** Signs a token. @param claims undefined members are left out; @param header overrides the default header */
export function sign(
  pair: SigningPair,
  claims: Claims,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: pair.kid, ...header })
    .sign(pair.privateKey);
}

export const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
