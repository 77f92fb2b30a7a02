import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs Debian's package where we may: as root, in a container or a CI machine. Elsewhere it does nothing. */
export function installOnDebian(packageName: string): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', packageName], { stdio: 'ignore', env });
}
