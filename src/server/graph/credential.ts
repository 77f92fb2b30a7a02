import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError, type CredentialSetting } from '../config.ts';

/** A credential that has been read and can be used. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** `thumbprint`: SHA-256, hexadecimal without colons. */
  | { readonly kind: 'certificate'; readonly privateKey: string; readonly thumbprint: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string };

/** @throws ConfigError when the certificate file cannot be used; better at the start than at the first user */
export function loadCredential(setting: CredentialSetting, now: number): Credential {
  if (setting.kind !== 'certificate') return setting;
  const wrong = (why: string, cause?: unknown) =>
    new ConfigError([`CLIENT_CERTIFICATE_PATH (${setting.path}) ${why}`], { cause });
  let pem: string;
  try {
    pem = readFileSync(setting.path, 'utf8');
  } catch (error) {
    throw wrong('cannot be read; it has to be a PEM file with certificate and private key', error);
  }
  const certificatePem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem)?.[0];
  const keyPem = /-----BEGIN ((?:RSA )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/.exec(pem)?.[0];
  if (!certificatePem || !keyPem)
    throw wrong('does not hold both a certificate and an unencrypted private key');
  try {
    const certificate = new X509Certificate(certificatePem);
    const key = createPrivateKey(keyPem);
    // MSAL signs the assertion with RS256 or PS256 and nothing else; another key would fail at the first user.
    if (key.asymmetricKeyType !== 'rsa') throw wrong('holds a key that is not RSA; make an RSA certificate');
    if (!certificate.checkPrivateKey(key)) throw wrong('holds a private key of another certificate');
    if (Date.parse(certificate.validTo) <= now)
      throw wrong(`has expired (${certificate.validTo}); make a new one`);
    const privateKey = key.export({ type: 'pkcs8', format: 'pem' }) as string;
    return { kind: 'certificate', privateKey, thumbprint: certificate.fingerprint256.replaceAll(':', '') };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw wrong('cannot be understood as PEM', error);
  }
}
