import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from './userError.ts';

const DAY_MS = 86_400_000;
/** Accepts a certificate that another machine made whose clock is a little ahead. */
const SKEW_MS = 5 * 60_000;
/** Names of office-addin-dev-certs. */
const NAMES = ['ca.crt', 'localhost.crt', 'localhost.key'];

/** The certificate for https://localhost, PEM. */
export interface LocalhostCertificates {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
  /** For NODE_EXTRA_CA_CERTS, which makes a Node.js process trust the sandbox. */
  readonly caPath: string;
}

/**
 * Returns the certificate for https://localhost that office-addin-dev-certs keeps in the home folder. Makes it if it is
 * missing, unusable, or expires within a day; unusable files are renamed, not deleted. Does not make the system trust
 * it: `npx office-addin-dev-certs install` does.
 * @param warn called with a sentence when files are replaced
 * @throws UserError when the certificate cannot be made
 */
export async function localhostCertificates(
  warn: (sentence: string) => void = () => undefined,
  folder = join(homedir(), '.office-addin-dev-certs'),
): Promise<LocalhostCertificates> {
  const now = Date.now();
  const found = readCertificates(folder, now);
  if (typeof found === 'object') return found;
  try {
    if (found !== undefined) {
      const ending = `.unusable-${now}`;
      for (const path of NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path))) {
        await rename(path, path + ending);
      }
      warn(`${found} Making a new certificate for localhost; the old files are kept as *${ending}.`);
    }
    await generate(folder);
  } catch (error) {
    throw new UserError(
      `Cannot make the certificate for localhost in ${folder}: ${(error as Error).message.split('\n')[0] ?? ''}. ` +
        'Make sure that you can write to this folder, or set HOME (on Windows USERPROFILE) to another one.',
      { cause: error },
    );
  }
  const made = readCertificates(folder, now);
  if (typeof made === 'object') return made;
  throw new UserError(
    `office-addin-dev-certs made no usable certificate in ${folder}: ${made ?? 'no files.'}`,
  );
}

/** Returns the certificates, undefined if there are no files, or a sentence that says why they cannot be used. */
export function readCertificates(folder: string, now: number): LocalhostCertificates | string | undefined {
  const paths = NAMES.map((name) => join(folder, name));
  if (!paths.some((path) => existsSync(path))) return undefined;
  const [caPath = '', certPath = '', keyPath = ''] = paths;
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return `${missing} is missing.`;
  try {
    const [ca, cert, key] = [readFileSync(caPath), readFileSync(certPath), readFileSync(keyPath)];
    const fault = faultOf(new X509Certificate(cert), new X509Certificate(ca), key, now);
    return fault === undefined ? { ca, cert, key, caPath } : `${certPath} ${fault}.`;
  } catch (error) {
    return `The certificate in ${folder} cannot be read: ${(error as Error).message}.`;
  }
}

function faultOf(cert: X509Certificate, ca: X509Certificate, key: Buffer, now: number): string | undefined {
  if (!cert.checkPrivateKey(createPrivateKey(key))) return 'belongs to another key';
  if (!cert.checkHost('localhost')) return 'is not for localhost';
  if (!cert.checkIssued(ca) || !cert.verify(ca.publicKey)) return 'was issued by another authority';
  for (const { validFrom, validTo } of [cert, ca]) {
    if (Date.parse(validFrom) > now + SKEW_MS) return `is not valid before ${validFrom}`;
    if (Date.parse(validTo) < now + DAY_MS) return `expires at ${validTo}`;
  }
  return undefined;
}

/** office-addin-dev-certs prints its progress to the console, which is the caller's. */
async function generate(folder: string): Promise<void> {
  const { generateCertificates } = await import('office-addin-dev-certs');
  const [ca, cert, key] = NAMES.map((name) => join(folder, name));
  const { log } = console;
  console.log = () => undefined;
  try {
    await generateCertificates(ca, cert, key);
  } finally {
    console.log = log;
  }
}
