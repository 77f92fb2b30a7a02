import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { certificateOf, pairFacts, readFile, readPair } from './certificatePair.ts';
import { UserError } from './userError.ts';

const DAY_MS = 86_400_000;
/** Of office-addin-dev-certs. */
const NAMES = ['ca.crt', 'localhost.crt', 'localhost.key'];
const folder = join(homedir(), '.office-addin-dev-certs');

export interface LocalhostCertificates {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
  /** For NODE_EXTRA_CA_CERTS, with which a Node process trusts the other local origins. */
  readonly caPath: string;
  /** Whole days until the certificate ends. */
  readonly days: number;
  /** The same in milliseconds since 1970. */
  readonly ends: number;
}

/**
 * Returns the certificate for https://localhost that office-addin-dev-certs made. Makes it if it is missing, cannot be
 * used, or ends within a day; files that cannot be used are renamed, not deleted. Whether the system trusts it is another
 * question: see `trustLocalhost`.
 * @param say gets a sentence when files had to be replaced
 * @throws UserError when none can be made
 */
export async function localhostCertificates(
  now = Date.now(),
  say: (sentence: string) => void = () => undefined,
): Promise<LocalhostCertificates> {
  const found = readLocalhost(folder, now);
  if (typeof found === 'object' && found.days >= 1) return found;
  try {
    if (typeof found === 'string') {
      const kept = await keepOld(now);
      say(`${found} A new certificate for localhost is made; the old files are kept as ${kept}.`);
    }
    const { generateCertificates } = await import('office-addin-dev-certs');
    const [ca, cert, key] = NAMES.map((name) => join(folder, name));
    await quietly(() => generateCertificates(ca, cert, key));
  } catch (error) {
    throw new UserError(
      `The certificate for localhost cannot be made in ${folder}: ${(error as Error).message.split('\n')[0] ?? ''}. ` +
        'Make sure that this folder can be written, or set HOME (on Windows USERPROFILE) to one that can.',
      { cause: error },
    );
  }
  const made = readLocalhost(folder, now);
  if (typeof made === 'object') return made;
  throw new UserError(
    `office-addin-dev-certs made no usable certificate in ${folder}: ${made ?? 'no files'}`,
  );
}

/** @returns the certificates; undefined where there are none at all; a sentence that says why they cannot be used */
export function readLocalhost(from: string, now: number): LocalhostCertificates | string | undefined {
  const [caPath = '', certPath = '', keyPath = ''] = NAMES.map((name) => join(from, name));
  if (![caPath, certPath, keyPath].some((path) => existsSync(path))) return undefined;
  const [ca, pair] = [readFile(caPath), readPair(certPath, keyPath)];
  if (typeof ca === 'string') return ca;
  if (typeof pair === 'string') return pair;
  const { fault, ends } = pairFacts({ certPath, keyPath }, pair, 'localhost', now);
  const authority = certificateOf(caPath, ca);
  if (typeof authority === 'string') return authority;
  if (fault !== undefined || ends === undefined) return fault ?? `${certPath} has no end.`;
  const certificate = new X509Certificate(pair.cert);
  if (!certificate.checkIssued(authority) || !certificate.verify(authority.publicKey))
    return `${certPath} was not issued by the certificate authority in ${caPath}.`;
  const end = Math.min(ends, Date.parse(authority.validTo));
  return { ca, ...pair, caPath, ends: end, days: Math.floor((end - now) / DAY_MS) };
}

/** Renames what is there. @returns the ending of the new names, as a pattern */
async function keepOld(now: number): Promise<string> {
  const ending = `.unusable-${now}`;
  for (const name of NAMES) {
    const path = join(folder, name);
    if (existsSync(path)) await rename(path, path + ending);
  }
  return `*${ending}`;
}

/** The package prints to the console by itself; our own start says what matters. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}
