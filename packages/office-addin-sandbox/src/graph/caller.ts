import type { Request } from 'express';
import type { JWTPayload } from 'jose';
import { satisfiesChallenge } from '../entra/challenge.ts';
import type { Keys } from '../entra/keys.ts';
import { GRAPH_AUDIENCE } from '../entra/tokens.ts';
import { userByIdentity, type User } from '../users.ts';

/** The caller, according to the token. */
export interface Caller {
  readonly user: User;
  readonly permissions: readonly string[];
  readonly tokenId: string;
  /** True if the token was issued after a claims challenge was satisfied. */
  readonly satisfiedChallenge: boolean;
}

/** Returns the caller, or an error message for an invalid token. */
export async function readCaller(req: Request, keys: Keys): Promise<Caller | string> {
  // As Graph does, accepts a token without the scheme, which samples for nested app authentication send.
  const token = /^(?:Bearer )?([^ ]+)$/i.exec(req.get('Authorization') ?? '')?.[1];
  if (!token) return 'Access token is empty.';
  const claims = await verify(token, keys);
  if (!claims) return 'Access token validation failure. Invalid signature.';
  if (claims.aud !== GRAPH_AUDIENCE) return 'Access token validation failure. Invalid audience.';
  if (typeof claims.exp !== 'number' || claims.exp <= Date.now() / 1000) {
    return 'Lifetime validation failed, the token is expired.';
  }
  const user = userByIdentity(claims['oid'], claims['tid']);
  if (!user) return 'Access token validation failure. Unknown user.';
  const { scp, uti } = claims;
  return {
    user,
    permissions: typeof scp === 'string' ? scp.split(' ') : [],
    tokenId: typeof uti === 'string' ? uti : '',
    satisfiedChallenge: satisfiesChallenge(claims),
  };
}

/** Returns null if the token isn't valid. Graph doesn't report the exact reason. */
async function verify(token: string, keys: Keys): Promise<JWTPayload | null> {
  return keys.verify(token).catch(() => null);
}
