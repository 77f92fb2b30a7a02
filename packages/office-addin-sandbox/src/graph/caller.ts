import type { Request } from 'express';
import type { JWTPayload } from 'jose';
import { meetsChallenge } from '../entra/challenge.ts';
import type { Keys } from '../entra/keys.ts';
import { GRAPH_AUDIENCE } from '../entra/tokens.ts';
import { personByIdentity, type Person } from '../people.ts';

/** Who asks, by the token. */
export interface Caller {
  readonly person: Person;
  readonly permissions: readonly string[];
  /** The token's own id. */
  readonly tokenId: string;
  readonly provedMore: boolean;
}

/** @returns the caller, or the sentence that says what is wrong with the token. */
export async function readCaller(req: Request, keys: Keys): Promise<Caller | string> {
  const token = /^Bearer ([^ ]+)$/i.exec(req.get('Authorization') ?? '')?.[1];
  if (!token) return 'Access token is empty.';
  const claims = await verified(token, keys);
  if (!claims) return 'Access token validation failure. The signature does not hold.';
  if (claims.aud !== GRAPH_AUDIENCE) return 'Access token validation failure. Invalid audience.';
  if (typeof claims.exp !== 'number' || claims.exp <= Date.now() / 1000) {
    return 'Lifetime validation failed, the token is expired.';
  }
  const person = personByIdentity(claims['oid'], claims['tid']);
  if (!person) return 'Access token validation failure. The user is not known.';
  const { scp, uti } = claims;
  return {
    person,
    permissions: typeof scp === 'string' ? scp.split(' ') : [],
    tokenId: typeof uti === 'string' ? uti : '',
    provedMore: meetsChallenge(claims),
  };
}

/** Null for whatever is not a token of our identity provider: why exactly, Graph does not tell. */
async function verified(token: string, keys: Keys): Promise<JWTPayload | null> {
  return keys.verify(token).catch(() => null);
}
