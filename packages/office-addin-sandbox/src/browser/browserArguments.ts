import { publicKeyHash } from '../authority.ts';
import { microsoftHosts, type SandboxPorts, type SandboxServer } from '../hostNames.ts';

/** Hosts for telemetry of office.js and MSAL. */
const TELEMETRY = ['*.aria.microsoft.com', '*.events.data.microsoft.com'];

/** Chromium refuses to start as root with its own sandbox. */
export function rootArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Returns arguments for Chromium, which apply to this browser process only: it connects to the sandbox instead of
 * Microsoft, and accepts the certificates. Chromium accepts certificates only together with its own user data directory.
 * @param certificates in PEM
 */
export function browserArguments(ports: SandboxPorts, certificates: readonly (string | Buffer)[]): string[] {
  const mapped = (Object.entries(microsoftHosts) as [SandboxServer, readonly string[]][]).flatMap(
    ([server, hosts]) => hosts.map((host) => `MAP ${host}:443 127.0.0.1:${ports[server]}`),
  );
  const blocked = TELEMETRY.map((host) => `MAP ${host} ~NOTFOUND`);
  return [
    `--host-resolver-rules=${[...mapped, ...blocked].join(', ')}`,
    `--ignore-certificate-errors-spki-list=${certificates.map(publicKeyHash).join(',')}`,
  ];
}
