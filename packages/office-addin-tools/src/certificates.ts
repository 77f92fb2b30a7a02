import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { certificateOf, pairFacts, readFile, readPair } from './certificatePair.ts';
import { UserError } from './userError.ts';

const DAY_MS = 86_400_000;
/** Files of office-addin-dev-certs. */
const NAMES = ['ca.crt', 'localhost.crt', 'localhost.key'];
const folder = join(homedir(), '.office-addin-dev-certs');

export interface LocalhostCertificates {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
  /** For NODE_EXTRA_CA_CERTS, so that Node.js trusts the other local origins. */
  readonly caPath: string;
  /** Whole days until the certificate expires. */
  readonly days: number;
  /** Expiry in milliseconds since 1970. */
  readonly ends: number;
}

/**
 * Returns the certificate of office-addin-dev-certs for https://localhost. Creates one if it is missing, unusable, or
 * expires within a day; renames unusable files instead of deleting them. To make the system trust it, see `trustLocalhost`.
 * @param print receives a sentence if files were replaced
 * @throws UserError if no certificate can be created
 */
export async function localhostCertificates(
  now = Date.now(),
  print: (sentence: string) => void = () => undefined,
): Promise<LocalhostCertificates> {
  const found = readLocalhost(folder, now);
  if (typeof found === 'object' && found.days >= 1) return found;
  try {
    if (typeof found === 'string') {
      const kept = await keepOld(now);
      print(`${found} Creating a new certificate for localhost. The old files are kept as ${kept}.`);
    }
    const { generateCertificates } = await import('office-addin-dev-certs');
    const [ca, cert, key] = NAMES.map((name) => join(folder, name));
    await quietly(() => generateCertificates(ca, cert, key));
  } catch (error) {
    throw new UserError(
      `The certificate for localhost cannot be created in ${folder}: ${(error as Error).message.split('\n')[0] ?? ''}. ` +
        'Make the folder writable, or set HOME (USERPROFILE on Windows) to a writable folder.',
      { cause: error },
    );
  }
  const made = readLocalhost(folder, now);
  if (typeof made === 'object') return made;
  throw new UserError(
    `office-addin-dev-certs created no usable certificate in ${folder}: ${made ?? 'no files'}. Delete the folder, and run the ` +
      'command again.',
  );
}

/** Returns the certificates; undefined if no file exists; a sentence if they cannot be used. */
export function readLocalhost(from: string, now: number): LocalhostCertificates | string | undefined {
  const [caPath = '', certPath = '', keyPath = ''] = NAMES.map((name) => join(from, name));
  if (![caPath, certPath, keyPath].some((path) => existsSync(path))) return undefined;
  const [ca, pair] = [readFile(caPath), readPair(certPath, keyPath)];
  if (typeof ca === 'string') return ca;
  if (typeof pair === 'string') return pair;
  const { fault, ends } = pairFacts({ certPath, keyPath }, pair, 'localhost', now);
  const authority = certificateOf(caPath, ca);
  if (typeof authority === 'string') return authority;
  if (fault !== undefined || ends === undefined) return fault ?? `${certPath} has no expiry date.`;
  const certificate = new X509Certificate(pair.cert);
  if (!certificate.checkIssued(authority) || !certificate.verify(authority.publicKey))
    return `${certPath} was not issued by the certificate authority in ${caPath}.`;
  const end = Math.min(ends, Date.parse(authority.validTo));
  return { ca, ...pair, caPath, ends: end, days: Math.floor((end - now) / DAY_MS) };
}

/** Renames existing files. @returns a pattern of the new names */
async function keepOld(now: number): Promise<string> {
  const ending = `.unusable-${now}`;
  for (const name of NAMES) {
    const path = join(folder, name);
    if (existsSync(path)) await rename(path, path + ending);
  }
  return `*${ending}`;
}

/** Suppresses console output of office-addin-dev-certs. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}
