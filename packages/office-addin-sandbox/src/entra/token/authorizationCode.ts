import { createHash } from 'node:crypto';
import type { TextParameters } from '../../http/parameters.ts';
import type { Directory } from '../directory.ts';
import { TokenError } from '../tokenError.ts';
import { userTokenAnswer, type TokenAnswer } from './tokenAnswer.ts';

/** Grant `authorization_code` with PKCE (RFC 7636), for the pages of the add-in. @param origin header `Origin`. */
export async function redeemCode(
  directory: Directory,
  form: TextParameters,
  origin: string | undefined,
): Promise<TokenAnswer> {
  checkOrigin(directory, origin);
  // A code is good once, also when the rest of the request is wrong (RFC 6749, section 10.5).
  const grant = directory.codes.take(form['code'] ?? '');
  if (!grant) throw new TokenError(70000);
  if (form['redirect_uri'] !== grant.redirectUri) throw new TokenError(50011);
  const verifier = form['code_verifier'];
  if (!verifier) throw new TokenError(9002325);
  if (createHash('sha256').update(verifier).digest('base64url') !== grant.codeChallenge)
    throw new TokenError(501481);
  return userTokenAnswer(directory, grant, form['scope']);
}

/** Grant `refresh_token`; the old one ends, as for every single-page application. */
export async function redeemRefreshToken(
  directory: Directory,
  form: TextParameters,
  origin: string | undefined,
): Promise<TokenAnswer> {
  checkOrigin(directory, origin);
  const grant = directory.refreshTokens.take(form['refresh_token'] ?? '');
  if (!grant) throw new TokenError(70000);
  return userTokenAnswer(directory, { ...grant, nonce: undefined }, form['scope']);
}

/** Redirect URIs of the kind "single-page application" are redeemed by their own origin's scripts only. */
function checkOrigin(directory: Directory, origin: string | undefined): void {
  if (!origin) throw new TokenError(9002327);
  if (origin !== directory.origins.addin) throw new TokenError(9002326);
}
