import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a certificate and its key are good for. Pure, but for `readPair`. */

/** A certificate that was made a moment ago, or by a machine whose clock is a little ahead, is good. */
const SKEW_MS = 5 * 60_000;

/** Both in PEM. */
export interface Pair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** @returns the files, or a sentence that says which one cannot be read and why */
export function readPair(certPath: string, keyPath: string): Pair | string {
  const [cert, key] = [readFile(certPath), readFile(keyPath)];
  if (typeof cert === 'string') return cert;
  return typeof key === 'string' ? key : { cert, key };
}

/** @returns the bytes, or a sentence that says why they cannot be read */
export function readFile(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return `There is no file ${path}.`;
    return `${path} cannot be read (${code}).`;
  }
}

/** @returns the certificate, or a sentence that says why it is none */
export function certificateOf(path: string, pem: Buffer): X509Certificate | string {
  if (pem.length === 0) return `${path} is empty.`;
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) return `${path} is not a certificate in PEM format.`;
  try {
    return new X509Certificate(pem);
  } catch {
    return `${path} is damaged: it is not a certificate that can be read.`;
  }
}

/** @returns the key, or a sentence that says why it cannot be used */
export function privateKeyOf(path: string, pem: Buffer): KeyObject | string {
  if (pem.length === 0) return `${path} is empty.`;
  if (pem.includes('ENCRYPTED')) {
    return `The private key in ${path} is encrypted; the server cannot ask for its password.`;
  }
  if (!pem.includes('PRIVATE KEY-----')) return `${path} contains no private key in PEM format.`;
  try {
    return createPrivateKey(pem);
  } catch {
    return `${path} is damaged: it is not a private key that can be read.`;
  }
}

export interface PairFacts {
  readonly fault: string | undefined;
  /** Milliseconds since 1970; undefined where there is no readable certificate. */
  readonly ends: number | undefined;
}

/**
 * @param host that the certificate must be for; undefined: it serves no host
 * @param now milliseconds since 1970
 */
export function pairFacts(
  { certPath, keyPath }: { readonly certPath: string; readonly keyPath: string },
  { cert, key }: Pair,
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
      return `The private key in ${keyPath} belongs to another certificate than ${certPath}.`;
    if (Date.parse(validFrom) > now + SKEW_MS)
      return `The certificate in ${certPath} is not valid before ${validFrom}.`;
    if (host !== undefined && !(certificate as X509Certificate).checkHost(host))
      return `The certificate in ${certPath} is not for ${host} (${subjectAltName ?? 'it names no host'}).`;
    return undefined;
  }
}
