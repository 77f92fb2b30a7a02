import {
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose';

/** `none` and `HS256` (with the public key as secret) are forgeries that a server has to refuse. */
export type TokenAlgorithm = 'RS256' | 'HS256' | 'none';

export interface SignOptions {
  readonly alg?: TokenAlgorithm;
  /** Key id in the header, when it shall differ from the real one. */
  readonly kid?: string;
}

export interface Keys {
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
  /** @returns the claims of a token with a good signature, whatever its times. Throws what jose or JSON.parse throw. */
  verify(token: string): Promise<JWTPayload>;
  /** What stands at `discovery/v2.0/keys`. Like Entra ID each key names the issuer that it is good for. */
  readonly jwks: { readonly keys: readonly Record<string, unknown>[] };
}

/** @param entraOrigin origin of the identity provider. */
export async function createKeys(entraOrigin: string): Promise<Keys> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const publicPem = new TextEncoder().encode(await exportSPKI(publicKey));
  return {
    jwks: { keys: [{ ...jwk, kid, use: 'sig', alg: 'RS256', issuer: `${entraOrigin}/{tenantid}/v2.0` }] },
    sign(claims, options = {}) {
      const header = { typ: 'JWT', kid: options.kid ?? kid };
      switch (options.alg ?? 'RS256') {
        case 'RS256':
          return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
        case 'HS256':
          return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', ...header }).sign(publicPem);
        case 'none':
          return Promise.resolve(new UnsecuredJWT(claims).encode());
      }
    },
    async verify(token) {
      // Only the signature: which of the times is wrong, and how to say so, is the caller's business.
      const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] });
      return JSON.parse(new TextDecoder().decode(payload)) as JWTPayload;
    },
  };
}
