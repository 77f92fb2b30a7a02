import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Checks a certificate and its key. Pure, except for reading files. */

/** Accepts new certificates of machines whose clock is slightly ahead. */
const SKEW_MS = 5 * 60_000;

/** PEM. */
export interface CertificatePair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Returns both files, or a sentence that names an unreadable one. */
export function readPair(certPath: string, keyPath: string): CertificatePair | string {
  const [cert, key] = [readFile(certPath), readFile(keyPath)];
  if (typeof cert === 'string') return cert;
  return typeof key === 'string' ? key : { cert, key };
}

/** Returns the bytes, or a sentence with the problem. */
export function readFile(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return `${path} does not exist.`;
    return `${path} cannot be read (${code}).`;
  }
}

/** Returns the certificate, or a sentence with the problem. */
export function certificateOf(path: string, pem: Buffer): X509Certificate | string {
  if (pem.length === 0) return `${path} is empty.`;
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) return `${path} is not a certificate in PEM format.`;
  try {
    return new X509Certificate(pem);
  } catch {
    return `${path} is damaged: the certificate cannot be parsed.`;
  }
}

/** Returns the key, or a sentence with the problem. */
export function privateKeyOf(path: string, pem: Buffer): KeyObject | string {
  if (pem.length === 0) return `${path} is empty.`;
  if (pem.includes('ENCRYPTED')) {
    return `The private key in ${path} is encrypted, but the server cannot ask for its password.`;
  }
  if (!pem.includes('PRIVATE KEY-----')) return `${path} contains no private key in PEM format.`;
  try {
    return createPrivateKey(pem);
  } catch {
    return `${path} is damaged: the private key cannot be parsed.`;
  }
}

export interface PairFacts {
  readonly fault: string | undefined;
  /** Expiry in milliseconds since 1970; undefined if the certificate is unreadable. */
  readonly ends: number | undefined;
}

/**
 * @param host that the certificate must be valid for; undefined: don't check
 * @param now milliseconds since 1970
 */
export function pairFacts(
  { certPath, keyPath }: { readonly certPath: string; readonly keyPath: string },
  { cert, key }: CertificatePair,
  host: string | undefined,
  now: number,
): PairFacts {
  const certificate = certificateOf(certPath, cert);
  if (typeof certificate === 'string') return { fault: certificate, ends: undefined };
  const ends = Date.parse(certificate.validTo);
  const privateKey = privateKeyOf(keyPath, key);
  return { ends, fault: typeof privateKey === 'string' ? privateKey : faultOf(privateKey) };

  function faultOf(matching: KeyObject): string | undefined {
    const { validFrom, subjectAltName } = certificate as X509Certificate;
    if (!(certificate as X509Certificate).checkPrivateKey(matching))
      return `The private key in ${keyPath} does not belong to the certificate in ${certPath}.`;
    if (Date.parse(validFrom) > now + SKEW_MS)
      return `The certificate in ${certPath} is not valid before ${validFrom}.`;
    if (host !== undefined && !(certificate as X509Certificate).checkHost(host))
      return `The certificate in ${certPath} is not for ${host} (${subjectAltName ?? 'it contains no host'}).`;
    return undefined;
  }
}
