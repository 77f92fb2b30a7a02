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

/** `none` and `HS256` (with the public key as secret) are forgeries that a server has to refuse. */
export type TokenAlgorithm = 'RS256' | 'HS256' | 'none';

export interface SignOptions {
  readonly alg?: TokenAlgorithm;
  /** Key id in the header, when it shall differ from the real one. */
  readonly kid?: string;
  /** Sign with the key of the application, which `discovery/v2.0/keys` publishes only with `?appid=`. */
  readonly ownKey?: boolean;
}

export interface Keys {
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
  /**
   * Returns the claims of a token with a good signature, whatever its times.
   * Throws what jose or JSON.parse throw.
   */
  verify(token: string): Promise<JWTPayload>;
  /**
   * Returns what `discovery/v2.0/keys` answers: the shared key and, for the application, its own one too. As in
   * Entra ID each key names the issuer that it is good for.
   */
  jwks(forApplication: boolean): { readonly keys: readonly Record<string, unknown>[] };
}

/** @param entraOrigin origin of the identity provider. */
export async function createKeys(entraOrigin: string): Promise<Keys> {
  const [shared, own] = await Promise.all([createPair(), createPair()]);
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
    // Both for the application: a scenario decides per token which one signs.
    jwks: (forApplication) => published(forApplication ? [shared, own] : [shared]),
    sign(claims, options = {}) {
      const pair = options.ownKey ? own : shared;
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
      // Only the signature: which of the times is wrong, and how to say so, is the caller's business.
      const check = ({ publicKey }: Pair) => compactVerify(token, publicKey, { algorithms: ['RS256'] });
      const { payload } = await check(shared).catch((error: unknown) => {
        if (error instanceof errors.JWSSignatureVerificationFailed) return check(own);
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
