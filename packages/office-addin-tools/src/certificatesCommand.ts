import { dirname } from 'node:path';
import { localhostCertificates } from './certificates.ts';
import { readOptions } from './options.ts';
import { trustLocalhost } from './trustLocalhost.ts';

export const USAGE = 'office-addin-tools certificates';

/** Creates the certificate for https://localhost unless a usable one exists, and makes this system trust it. */
export async function main(args: readonly string[]): Promise<void> {
  readOptions(args, {}, USAGE);
  const print = (sentence: string) => void process.stdout.write(`${sentence}\n`);
  const certificates = await localhostCertificates(Date.now(), print);
  await trustLocalhost(certificates, print);
  print(
    `The certificate for https://localhost is in ${dirname(certificates.caPath)}, valid for ${certificates.days} days.`,
  );
}
