import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const DAY_MS = 86_400_000;
const folder = join(homedir(), '.office-addin-dev-certs');

export interface LocalhostCertificates {
  readonly ca: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
  /** For NODE_EXTRA_CA_CERTS, with which a Node process trusts the other local origins. */
  readonly caPath: string;
  /** Whole days until the certificate ends. */
  readonly days: number;
}

/**
 * The certificate for https://localhost that office-addin-dev-certs made, made now if it is missing or ends
 * within a day. Whether the system trusts it is another question: see `trustLocalhost`.
 */
export async function localhostCertificates(now = Date.now()): Promise<LocalhostCertificates> {
  const found = await read(now);
  if (found && found.days >= 1) return found;
  const { generateCertificates } = await import('office-addin-dev-certs');
  await quietly(() => generateCertificates());
  const made = await read(now);
  if (!made) throw new Error(`office-addin-dev-certs made no certificate in ${folder}.`);
  return made;
}

async function read(now: number): Promise<LocalhostCertificates | undefined> {
  const caPath = join(folder, 'ca.crt');
  try {
    const [ca, cert, key] = await Promise.all([
      readFile(caPath),
      readFile(join(folder, 'localhost.crt')),
      readFile(join(folder, 'localhost.key')),
    ]);
    const end = Date.parse(new X509Certificate(cert).validTo);
    return { ca, cert, key, caPath, days: Math.floor((end - now) / DAY_MS) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
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
