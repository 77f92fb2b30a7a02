import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxCredential } from 'office-addin-sandbox';
import { oneOf, readOptions } from './options.ts';
import { ROOT } from './projectFolder.ts';
import { selfSigned } from './registration/selfSigned.ts';

/** The credential of the add-in's server in the sandbox, and the certificates that the sandbox accepts from it. */
export interface PreparedCredential {
  readonly credential: SandboxCredential;
  /** PEM. */
  readonly clientCertificates: readonly string[];
}

const KINDS = ['secret', 'certificate', 'managed-identity'] as const;
type Kind = (typeof KINDS)[number];

const FOLDER = join(ROOT, '.cache');
const DAY = 86_400_000;

/** Returns the value of `--credential`. @throws UserError for other arguments */
export function readCredentialKind(args: readonly string[]): Kind {
  const usage = `npm run sandbox -- [--credential ${KINDS.join('|')}]`;
  const { credential } = readOptions(args, { credential: { type: 'string' } }, usage).values;
  return oneOf('--credential', credential, KINDS) ?? 'secret';
}

/** Prepares the credential. Creates a new certificate at every start: it is valid in this sandbox only. */
export async function prepareCredential(kind: Kind, folder = FOLDER): Promise<PreparedCredential> {
  if (kind !== 'certificate') return { credential: { kind }, clientCertificates: [] };
  const now = Date.now();
  const { certificate, privateKey } = await selfSigned(
    'sandbox',
    new Date(now - DAY),
    new Date(now + 30 * DAY),
  );
  const path = join(folder, 'sandbox-certificate.pem');
  await mkdir(folder, { recursive: true });
  await writeFile(path, certificate + privateKey, { mode: 0o600 });
  return { credential: { kind, path }, clientCertificates: [certificate] };
}
