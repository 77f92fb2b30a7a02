import { createHash } from 'node:crypto';
import type { TextParameters } from '../../http/parameters.ts';
import type { ProviderState } from '../providerState.ts';
import type { Registration } from '../registrations.ts';
import { isChallenge, satisfiesChallenge } from '../challenge.ts';
import { TokenError } from '../tokenError.ts';
import { checkClientCredential } from './clientAuthentication.ts';
import { userTokenResponse, type TokenResponse } from './tokenResponse.ts';

/**
 * Handles the grant `authorization_code`: with PKCE (RFC 7636) for the pages of the add-in, with a credential for its server.
 * @param origin header `Origin`
 */
export async function redeemCode(
  provider: ProviderState,
  registration: Registration,
  form: TextParameters,
  origin: string | undefined,
): Promise<TokenResponse> {
  const isServer = await checkClient(provider, registration, form, origin);
  // A code is valid once, even if the rest of the request is invalid (RFC 6749, section 10.5).
  const grant = provider.codes.take(form['code'] ?? '');
  if (grant?.clientId !== registration.clientId) throw new TokenError(70000);
  if (form['redirect_uri'] !== grant.redirectUri) throw new TokenError(50011);
  const verifier = form['code_verifier'];
  if (!verifier && (grant.codeChallenge || !isServer)) throw new TokenError(9002325);
  if (verifier && createHash('sha256').update(verifier).digest('base64url') !== grant.codeChallenge)
    throw new TokenError(501481);
  return userTokenResponse(provider, registration, grant, form['scope']);
}

/**
 * Handles the grant `refresh_token`. Invalidates the old token, as for every single-page application. Rejects a claims
 * challenge that the sign-in hasn't satisfied, as Entra ID does if the user has to act.
 */
export async function redeemRefreshToken(
  provider: ProviderState,
  registration: Registration,
  form: TextParameters,
  origin: string | undefined,
): Promise<TokenResponse> {
  await checkClient(provider, registration, form, origin);
  const grant = provider.refreshTokens.take(form['refresh_token'] ?? '');
  if (grant?.clientId !== registration.clientId) throw new TokenError(70000);
  const { claims } = form;
  if (isChallenge(claims) && !satisfiesChallenge(grant.proof)) {
    // The token stays valid, because Entra ID only asks for more.
    provider.refreshTokens.set(form['refresh_token'] ?? '', grant);
    provider.state.log.add('signIn', { flow: 'refresh', user: grant.user, claims, answer: 50076 });
    throw new TokenError(50076, { suberror: 'basic_action', claims });
  }
  return userTokenResponse(provider, registration, { ...grant, nonce: undefined }, form['scope']);
}

/**
 * Single-page applications redeem codes and tokens only from their own origin, servers with their credential.
 * @returns whether the client is a server
 */
async function checkClient(
  provider: ProviderState,
  registration: Registration,
  form: TextParameters,
  origin: string | undefined,
): Promise<boolean> {
  const hasCredential = form['client_secret'] !== undefined || form['client_assertion'] !== undefined;
  if (!origin && hasCredential && !registration.redirectUris) {
    await checkClientCredential(form, registration, provider);
    return true;
  }
  if (!origin) throw new TokenError(9002327);
  if (!registration.origins.includes(origin)) throw new TokenError(9002326);
  return false;
}
