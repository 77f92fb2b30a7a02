import { randomBytes } from 'node:crypto';
import type { Person } from '../../people.ts';
import { people } from '../../people.ts';
import type { Directory, Grant } from '../directory.ts';
import { readScopes, type ReadScopes } from '../scopes.ts';
import { TokenError } from '../tokenError.ts';
import { apiTokenClaims, clientInfo, graphTokenClaims, idTokenClaims, TOKEN_LIFETIME } from '../tokens.ts';

/** Members of a token endpoint's good answer (RFC 6749, section 5.1, and what MSAL reads beyond it). */
export type TokenAnswer = Readonly<Record<string, string | number>>;

/** The scopes of a token request: one resource at most, all of them known. Throws AADSTS 70011, 28000. */
export function readTokenScopes(directory: Directory, scope: string | undefined): ReadScopes {
  const scopes = readScopes(scope, directory.origins);
  if (scopes.asked.length === 0) throw new TokenError(900144, { detail: "Member: 'scope'." });
  if (scopes.unknown.length > 0)
    throw new TokenError(70011, { detail: `Scope: '${scopes.unknown.join(' ')}'.` });
  if (scopes.resources.size > 1) throw new TokenError(28000);
  return scopes;
}

/** An access token for the resource that the scopes name; without one, for Graph. */
export function accessToken(
  directory: Directory,
  person: Person,
  scopes: ReadScopes,
  met: Readonly<Record<string, unknown>>,
): Promise<string> {
  const claims = scopes.resources.has('api')
    ? apiTokenClaims(person, directory.origins, { met })
    : graphTokenClaims(person, scopes.permissions.length > 0 ? scopes.permissions : ['User.Read'], met);
  return directory.keys.sign(claims);
}

/** Answer to a browser that redeemed a code or a refresh token. */
export async function userTokenAnswer(
  directory: Directory,
  grant: Grant,
  scope: string | undefined,
): Promise<TokenAnswer> {
  const scopes = readTokenScopes(directory, scope ?? grant.scope);
  const person = people[grant.user];
  const refreshToken = randomBytes(32).toString('base64url');
  if (scopes.oidc.includes('offline_access')) directory.refreshTokens.set(refreshToken, grant);
  return {
    ...(await commonAnswer(directory, person, scopes, grant.met)),
    client_info: clientInfo(person),
    ...(scopes.oidc.includes('openid')
      ? { id_token: await directory.keys.sign(idTokenClaims(person, directory.origins, grant.nonce)) }
      : {}),
    ...(scopes.oidc.includes('offline_access') ? { refresh_token: refreshToken } : {}),
  };
}

/** `scope` echoes what was asked, in its form: MSAL's cache compares it (identity notes, section 1.2). */
export async function commonAnswer(
  directory: Directory,
  person: Person,
  scopes: ReadScopes,
  met: Readonly<Record<string, unknown>>,
): Promise<TokenAnswer> {
  return {
    token_type: 'Bearer',
    scope: scopes.asked.join(' '),
    expires_in: TOKEN_LIFETIME - 1,
    ext_expires_in: TOKEN_LIFETIME - 1,
    access_token: await accessToken(directory, person, scopes, met),
  };
}
