import { randomBytes } from 'node:crypto';
import type { User } from '../../users.ts';
import { users } from '../../users.ts';
import type { ProviderState, Grant } from '../providerState.ts';
import type { Registration } from '../registrations.ts';
import { readScopes, type ReadScopes } from '../scopes.ts';
import { TokenError } from '../tokenError.ts';
import { apiTokenClaims, clientInfo, graphTokenClaims, idTokenClaims, TOKEN_LIFETIME } from '../tokens.ts';

/** A successful response of the token endpoint (RFC 6749, section 5.1, and further members that MSAL reads). */
export type TokenResponse = Readonly<Record<string, string | number>>;

/** Validates the scopes of a token request. Throws AADSTS 900144, 70011 for an unknown scope, 28000 for two resources. */
export function readTokenScopes(
  provider: ProviderState,
  registration: Registration,
  scope: string | undefined,
): ReadScopes {
  const scopes = readScopes(scope, registration, provider.origins);
  if (scopes.requested.length === 0) throw new TokenError(900144, { detail: "Parameter: 'scope'." });
  if (scopes.unknown.length > 0)
    throw new TokenError(70011, { detail: `Scope: '${scopes.unknown.join(' ')}'.` });
  if (scopes.resources.size > 1) throw new TokenError(28000);
  return scopes;
}

/** Returns an access token for the resource of the scopes; Graph is the default. */
export function accessToken(
  provider: ProviderState,
  registration: Registration,
  user: User,
  scopes: ReadScopes,
  proof: Readonly<Record<string, unknown>>,
): Promise<string> {
  const claims = scopes.resources.has('api')
    ? apiTokenClaims(user, registration, provider.origins, { proof })
    : graphTokenClaims(
        user,
        registration,
        scopes.permissions.length > 0 ? scopes.permissions : ['User.Read'],
        proof,
      );
  return provider.keys.sign(claims);
}

/** Returns the response to a browser that redeems a code or a refresh token. */
export async function userTokenResponse(
  provider: ProviderState,
  registration: Registration,
  grant: Grant,
  scope: string | undefined,
): Promise<TokenResponse> {
  const scopes = readTokenScopes(provider, registration, scope ?? grant.scope);
  const user = users[grant.user];
  const refreshToken = randomBytes(32).toString('base64url');
  if (scopes.oidc.includes('offline_access')) provider.refreshTokens.set(refreshToken, grant);
  return {
    ...(await accessTokenResponse(provider, registration, user, scopes, grant.proof)),
    client_info: clientInfo(user),
    ...(scopes.oidc.includes('openid')
      ? {
          id_token: await provider.keys.sign(
            idTokenClaims(user, registration, provider.origins, grant.nonce),
          ),
        }
      : {}),
    ...(scopes.oidc.includes('offline_access') ? { refresh_token: refreshToken } : {}),
  };
}

/** Returns the members of every token response. `scope` echoes the original form, which MSAL's cache compares. */
export async function accessTokenResponse(
  provider: ProviderState,
  registration: Registration,
  user: User,
  scopes: ReadScopes,
  proof: Readonly<Record<string, unknown>>,
): Promise<TokenResponse> {
  return {
    token_type: 'Bearer',
    scope: scopes.requested.join(' '),
    expires_in: TOKEN_LIFETIME - 1,
    ext_expires_in: TOKEN_LIFETIME - 1,
    access_token: await accessToken(provider, registration, user, scopes, proof),
  };
}
