import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCA, createCert } from 'mkcert';
import { cacheFolder } from './cacheFolder.ts';
import { microsoftHosts } from './hostNames.ts';
import { UserError } from './userError.ts';

const DAY_MS = 86_400_000;
const VALID_DAYS = 365;
/** A certificate that expires earlier is replaced, so that none expires while the sandbox runs. */
const RENEW_DAYS = 7;
const FILES = { ca: 'ca.crt', caKey: 'ca.key', cert: 'sandbox.crt', key: 'sandbox.key' } as const;

/**
 * The sandbox's own certificate authority, and its certificate for localhost and for the Microsoft hosts that the sandbox
 * answers for, in PEM. No program trusts it unless it is started with it.
 */
export interface Authority {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  /** Path of `ca`, for NODE_EXTRA_CA_CERTS. */
  readonly caPath: string;
}

/**
 * Returns the authority in the sandbox's folder. Creates it if it is missing, incomplete, or expires within a week.
 * @throws UserError if the files can't be written
 */
export async function ownAuthority(folder = join(cacheFolder(), 'authority')): Promise<Authority> {
  const found = readAuthority(folder, Date.now());
  if (found) return found;
  try {
    await createAuthority(folder);
  } catch (error) {
    throw new UserError(
      `Can't create the sandbox's certificate in ${folder}: ${(error as Error).message}. Make sure that you can write to this folder.`,
      { cause: error },
    );
  }
  const created = readAuthority(folder, Date.now());
  if (!created) throw new Error(`mkcert created no usable certificate in ${folder}.`);
  return created;
}

/** Returns undefined if there is no usable authority. @param now milliseconds */
export function readAuthority(folder: string, now: number): Authority | undefined {
  try {
    const caPath = join(folder, FILES.ca);
    const [ca, cert, key] = [FILES.ca, FILES.cert, FILES.key].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    ) as [string, string, string];
    const certificate = new X509Certificate(cert);
    const isUsable =
      hostNames().every((name) => certificate.checkHost(name) !== undefined) &&
      certificate.verify(new X509Certificate(ca).publicKey) &&
      Date.parse(certificate.validTo) > now + RENEW_DAYS * DAY_MS;
    return isUsable ? { ca, cert, key, caPath } : undefined;
  } catch {
    return undefined;
  }
}

async function createAuthority(folder: string): Promise<void> {
  const ca = await createCA({
    organization: 'office-addin-sandbox (this computer only)',
    countryCode: 'US',
    state: 'Washington',
    locality: 'Redmond',
    validity: VALID_DAYS,
  });
  const { cert, key } = await createCert({
    ca,
    domains: [...hostNames(), '127.0.0.1'],
    validity: VALID_DAYS,
  });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const texts = { [FILES.ca]: ca.cert, [FILES.caKey]: ca.key, [FILES.cert]: cert, [FILES.key]: key };
  for (const [name, text] of Object.entries(texts)) {
    // Other sandboxes may start at the same time: readers never see a partial file.
    const path = join(folder, name);
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, text, { mode: 0o600 });
    renameSync(temporary, path);
  }
}

function hostNames(): string[] {
  return ['localhost', ...Object.values(microsoftHosts).flat()];
}

/** Returns the value of Chromium's `--ignore-certificate-errors-spki-list` for a certificate in PEM. */
export function publicKeyHash(certificate: string | Buffer): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
