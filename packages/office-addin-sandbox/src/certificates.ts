import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from './userError.ts';

const DAY_MS = 86_400_000;
/** Tolerates a certificate made on a machine whose clock is a little ahead. */
const SKEW_MS = 5 * 60_000;
/** File names that office-addin-dev-certs uses. */
const NAMES = ['ca.crt', 'localhost.crt', 'localhost.key'];

/** A certificate for https://localhost, in PEM. */
export interface LocalhostCertificates {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
  /** For NODE_EXTRA_CA_CERTS, which makes a Node.js process trust the sandbox. */
  readonly caPath: string;
}

/**
 * Returns the certificate for https://localhost that office-addin-dev-certs keeps in the home folder. Creates it if it is
 * missing, unusable, or expires within a day; unusable files are renamed, not deleted. Doesn't make the system trust
 * it: `npx office-addin-dev-certs install` does.
 * @param warn called with a message when files are replaced
 * @throws UserError if the certificate can't be created
 */
export async function localhostCertificates(
  warn: (message: string) => void = () => undefined,
  folder = defaultFolder(),
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
      warn(`${found} Creating a new certificate for localhost; the old files are kept as *${ending}.`);
    }
    await generate(folder);
  } catch (error) {
    throw new UserError(
      `Can't create the certificate for localhost in ${folder}: ${(error as Error).message.split('\n')[0] ?? ''}. ` +
        'Make sure that you can write to this folder, or set HOME (on Windows USERPROFILE) to another folder.',
      { cause: error },
    );
  }
  const made = readCertificates(folder, now);
  if (typeof made === 'object') return made;
  throw new UserError(
    `office-addin-dev-certs created no usable certificate in ${folder}: ${made ?? 'there are no files.'}`,
  );
}

/** Returns the certificate that office-addin-dev-certs keeps in the home folder, without changing anything; undefined if it can't be used. */
export function usableCertificates(folder = defaultFolder()): LocalhostCertificates | undefined {
  const found = readCertificates(folder, Date.now());
  return typeof found === 'object' ? found : undefined;
}

function defaultFolder(): string {
  return join(homedir(), '.office-addin-dev-certs');
}

/** Returns the certificates, undefined if there are no files, or a message that names what makes them unusable. */
export function readCertificates(folder: string, now: number): LocalhostCertificates | string | undefined {
  const paths = NAMES.map((name) => join(folder, name));
  if (!paths.some((path) => existsSync(path))) return undefined;
  const [caPath = '', certPath = '', keyPath = ''] = paths;
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) return `${missing} is missing.`;
  try {
    const [ca, cert, key] = [readFileSync(caPath), readFileSync(certPath), readFileSync(keyPath)];
    const fault = certificateFault(new X509Certificate(cert), new X509Certificate(ca), key, now);
    return fault === undefined ? { ca, cert, key, caPath } : `${certPath} ${fault}.`;
  } catch (error) {
    return `The certificate in ${folder} can't be read: ${(error as Error).message}.`;
  }
}

function certificateFault(
  cert: X509Certificate,
  ca: X509Certificate,
  key: Buffer,
  now: number,
): string | undefined {
  if (!cert.checkPrivateKey(createPrivateKey(key))) return 'belongs to another key';
  if (!cert.checkHost('localhost')) return 'is not for localhost';
  if (!cert.checkIssued(ca) || !cert.verify(ca.publicKey)) return 'was issued by another authority';
  for (const { validFrom, validTo } of [cert, ca]) {
    if (Date.parse(validFrom) > now + SKEW_MS) return `is not valid before ${validFrom}`;
    if (Date.parse(validTo) < now + DAY_MS) return `expires at ${validTo}`;
  }
  return undefined;
}

/** Silences the progress that office-addin-dev-certs prints to the console. */
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
