import { createHash } from 'node:crypto';
import type { TextParameters } from '../../http/parameters.ts';
import type { ProviderState } from '../providerState.ts';
import { TokenError } from '../tokenError.ts';
import { userTokenResponse, type TokenResponse } from './tokenResponse.ts';

/**
 * Handles the grant `authorization_code` with PKCE (RFC 7636), for the pages of the add-in.
 * @param origin header `Origin`
 */
export async function redeemCode(
  provider: ProviderState,
  form: TextParameters,
  origin: string | undefined,
): Promise<TokenResponse> {
  checkOrigin(provider, origin);
  // A code is valid once, even if the rest of the request is invalid (RFC 6749, section 10.5).
  const grant = provider.codes.take(form['code'] ?? '');
  if (!grant) throw new TokenError(70000);
  if (form['redirect_uri'] !== grant.redirectUri) throw new TokenError(50011);
  const verifier = form['code_verifier'];
  if (!verifier) throw new TokenError(9002325);
  if (createHash('sha256').update(verifier).digest('base64url') !== grant.codeChallenge)
    throw new TokenError(501481);
  return userTokenResponse(provider, grant, form['scope']);
}

/** Handles the grant `refresh_token`. Invalidates the old token, as for every single-page application. */
export async function redeemRefreshToken(
  provider: ProviderState,
  form: TextParameters,
  origin: string | undefined,
): Promise<TokenResponse> {
  checkOrigin(provider, origin);
  const grant = provider.refreshTokens.take(form['refresh_token'] ?? '');
  if (!grant) throw new TokenError(70000);
  return userTokenResponse(provider, { ...grant, nonce: undefined }, form['scope']);
}

/** Single-page applications redeem codes and tokens only from their own origin. */
function checkOrigin(provider: ProviderState, origin: string | undefined): void {
  if (!origin) throw new TokenError(9002327);
  if (origin !== provider.origins.addin) throw new TokenError(9002326);
}
