import { spawnSync } from 'node:child_process';
import type { LocalhostCertificates } from './certificates.ts';

/**
 * Makes this user's system trust the localhost certificates, or prints how to if that needs a password on the command
 * line. Without trust the sandbox still works after the browser's warning.
 */
export async function trustLocalhost(
  certificates: LocalhostCertificates,
  print: (sentence: string) => void,
): Promise<void> {
  const { isCaCertificateInstalled, installCaCertificate } = await import('office-addin-dev-certs');
  try {
    if (isCaCertificateInstalled()) return;
    if (process.platform === 'linux' && !hasSudoWithoutPassword()) throw new Error('sudo needs a password');
    await installCaCertificate(certificates.caPath);
  } catch {
    print(
      `The browser may warn about the certificate for localhost. To trust it: ${howToTrust(certificates)}`,
    );
  }
}

function hasSudoWithoutPassword(): boolean {
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

function howToTrust({ caPath }: LocalhostCertificates): string {
  if (process.platform !== 'linux') return 'npx office-addin-dev-certs install';
  return `import ${caPath} in the browser's settings, under Certificates, Authorities.`;
}
