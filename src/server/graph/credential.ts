import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, type CredentialSetting } from '../config.ts';

/** A credential that has been loaded and checked. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** `thumbprint`: SHA-256, hexadecimal without colons. */
  | { readonly kind: 'certificate'; readonly privateKey: string; readonly thumbprint: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string };

/** Loads and checks the certificate at startup, before the first user needs it. @throws ConfigError if it is not usable */
export function loadCredential(setting: CredentialSetting, now: number): Credential {
  if (setting.kind !== 'certificate') return setting;
  const configError = (problem: string, cause?: unknown) =>
    new ConfigError([`CLIENT_CERTIFICATE_PATH (${setting.path}) ${problem}`], { cause });
  let pem: string;
  try {
    pem = readFileSync(setting.path, 'utf8');
  } catch (error) {
    throw configError('cannot be read; set it to a PEM file with the certificate and its private key', error);
  }
  const certificatePem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem)?.[0];
  const keyPem = /-----BEGIN ((?:RSA )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/.exec(pem)?.[0];
  if (!certificatePem || !keyPem)
    throw configError(
      'does not contain both a certificate and an unencrypted private key; add what is missing',
    );
  try {
    const certificate = new X509Certificate(certificatePem);
    const key = createPrivateKey(keyPem);
    // MSAL signs the assertion only with RS256 or PS256; any other key would fail with the first user.
    if (key.asymmetricKeyType !== 'rsa')
      throw configError('contains a key that is not RSA; create an RSA certificate');
    if (!certificate.checkPrivateKey(key))
      throw configError('contains the private key of another certificate; replace it with the matching key');
    if (Date.parse(certificate.validTo) <= now)
      throw configError(`expired on ${certificate.validTo}; create a new certificate`);
    const privateKey = key.export({ type: 'pkcs8', format: 'pem' }) as string;
    return { kind: 'certificate', privateKey, thumbprint: certificate.fingerprint256.replaceAll(':', '') };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw configError('is not valid PEM; export the certificate and its key again', error);
  }
}
