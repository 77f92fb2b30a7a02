import type { X509Certificate } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import { isTenantSegment } from '../../users.ts';
import type { ProviderState } from '../providerState.ts';
import type { Registration } from '../registrations.ts';
import { TokenError } from '../tokenError.ts';
import { checkAssertionTimes } from './assertionTimes.ts';

/**
 * Validates a client assertion signed with the application's certificate (Microsoft identity platform, "Application
 * authentication certificate credentials"). Accepts an assertion repeatedly until it expires, because MSAL reuses it.
 * @throws TokenError, or an error of jose for the signature
 */
export async function checkCertificateAssertion(
  assertion: string,
  { clientId }: Registration,
  provider: ProviderState,
): Promise<void> {
  const certificate = registeredCertificate(decodeProtectedHeader(assertion), provider.certificates);
  if (!certificate) throw new TokenError(700027, { detail: 'Its certificate is not registered.' });
  await compactVerify(assertion, certificate.publicKey, { algorithms: ['RS256', 'PS256'] });
  const now = Date.now();
  if (Date.parse(certificate.validFrom) > now || Date.parse(certificate.validTo) <= now)
    throw new TokenError(1000502);
  const claims = decodeJwt(assertion);
  if (claims.sub !== clientId) throw new TokenError(700021);
  if (!isTokenEndpoint(claims.aud, provider.origins.entra)) throw new TokenError(700023);
  if (!claims.jti) throw new TokenError(700027, { detail: 'It has no jti.' });
  checkAssertionTimes(claims, now);
}

/** Finds the certificate by the thumbprint in the header: SHA-256 (`x5t#S256`) or, from older clients, SHA-1 (`x5t`). */
function registeredCertificate(
  header: ProtectedHeaderParameters,
  registered: readonly X509Certificate[],
): X509Certificate | undefined {
  const { 'x5t#S256': sha256, x5t: sha1 } = header as Record<string, unknown>;
  const base64url = (fingerprint: string) =>
    Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
  return registered.find(({ fingerprint, fingerprint256 }) =>
    sha256 === undefined ? base64url(fingerprint) === sha1 : base64url(fingerprint256) === sha256,
  );
}

/** Such as https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token. */
function isTokenEndpoint(audience: unknown, entraOrigin: string): boolean {
  if (typeof audience !== 'string' || !URL.canParse(audience)) return false;
  const { origin, pathname } = new URL(audience);
  const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(pathname)?.[1];
  return origin === entraOrigin && tenant !== undefined && isTenantSegment(tenant);
}
