import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ClearError } from '../clearError.ts';
import { installOnDebian } from '../debian.ts';

const DEBIAN = '/usr/lib/postgresql';
const name = (program: string) => (process.platform === 'win32' ? `${program}.exe` : program);

/**
 * The folder of a PostgreSQL's programs for tests: the one that is there, else Debian's package where we may install it.
 * @returns undefined where there is none, which leaves tests out; `say` is told
 * @throws ClearError on a CI machine with Linux, where a test that is left out would go unnoticed
 */
export function findPostgres(say: (sentence: string) => void): string | undefined {
  const found = installed();
  if (found) return found;
  installOnDebian('postgresql');
  const now = installed();
  if (now) return now;
  const mend = 'Install it (apt-get install postgresql; brew install postgresql) and have initdb in PATH.';
  if (process.env['CI'] && process.platform === 'linux') {
    throw new ClearError(`The tests of the preferences need PostgreSQL, and there is none. ${mend}`);
  }
  say(`NOT TESTED here: preferences in a PostgreSQL server, for want of one. ${mend}`);
  return undefined;
}

function installed(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...versions.map((version) => join(DEBIAN, version, 'bin')), ...folders].find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, name(program)))),
  );
}
