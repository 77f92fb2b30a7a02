import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ClearError } from '../clearError.ts';
import { installOnDebian } from '../debian.ts';

/**
 * The redis-server for tests: the one that is there, else Debian's package where we may install it.
 * @returns undefined where there is none, which leaves tests out; `say` is told
 * @throws ClearError on a CI machine with Linux, where a test that is left out would go unnoticed
 */
export function findRedis(say: (sentence: string) => void): string | undefined {
  const found = installed();
  if (found) return found;
  installOnDebian('redis-server');
  const now = installed();
  if (now) return now;
  const mend = 'Install it (apt-get install redis-server; brew install redis) and have it in PATH.';
  if (process.env['CI'] && process.platform === 'linux') {
    throw new ClearError(`The tests of the shared token cache need redis-server, and there is none. ${mend}`);
  }
  say(`NOT TESTED here: the shared token cache and several instances, for want of redis-server. ${mend}`);
  return undefined;
}

function installed(): string | undefined {
  const name = process.platform === 'win32' ? 'redis-server.exe' : 'redis-server';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((folder) => join(folder, name))
    .find((place) => existsSync(place));
}
