import {
  calculateJwkThumbprint,
  compactVerify,
  errors,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose';

/** Servers must reject `none` and `HS256` (signed with the public key as the secret). */
export type TokenAlgorithm = 'RS256' | 'HS256' | 'none';

export interface SignOptions {
  readonly alg?: TokenAlgorithm;
  /** Key id in the header. Default: that of the key. */
  readonly kid?: string;
  /** Sign with the application-specific key, which `discovery/v2.0/keys` publishes only with `?appid=`. */
  readonly ownKey?: boolean;
}

export interface Keys {
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
  /** Verifies only the signature and returns the claims. Throws the errors of jose and JSON.parse. */
  verify(token: string): Promise<JWTPayload>;
  /**
   * Returns the response of `discovery/v2.0/keys`: the shared key and, for the application, its own. As in Entra ID,
   * each key contains its issuer.
   */
  jwks(forApplication: boolean): { readonly keys: readonly Record<string, unknown>[] };
}

export async function createKeys(entraOrigin: string): Promise<Keys> {
  const [shared, applicationKey] = await Promise.all([createPair(), createPair()]);
  const published = (pairs: readonly Pair[]) => ({
    keys: pairs.map(({ jwk, kid }) => ({
      ...jwk,
      kid,
      use: 'sig',
      alg: 'RS256',
      issuer: `${entraOrigin}/{tenantid}/v2.0`,
    })),
  });
  return {
    // Includes both keys: the scenario decides for each token which one signs it.
    jwks: (forApplication) => published(forApplication ? [shared, applicationKey] : [shared]),
    sign(claims, options = {}) {
      const pair = options.ownKey ? applicationKey : shared;
      const header = { typ: 'JWT', kid: options.kid ?? pair.kid };
      switch (options.alg ?? 'RS256') {
        case 'RS256':
          return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(pair.privateKey);
        case 'HS256':
          return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', ...header }).sign(pair.publicPem);
        case 'none':
          return Promise.resolve(new UnsecuredJWT(claims).encode());
      }
    },
    async verify(token) {
      // Callers check the times, because they report them with different errors.
      const check = ({ publicKey }: Pair) => compactVerify(token, publicKey, { algorithms: ['RS256'] });
      const { payload } = await check(shared).catch((error: unknown) => {
        if (error instanceof errors.JWSSignatureVerificationFailed) return check(applicationKey);
        throw error;
      });
      return JSON.parse(new TextDecoder().decode(payload)) as JWTPayload;
    },
  };
}

type Pair = Awaited<ReturnType<typeof createPair>>;

async function createPair() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    publicKey,
    privateKey,
    jwk,
    kid,
    publicPem: new TextEncoder().encode(await exportSPKI(publicKey)),
  };
}
