import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findServiceProgram } from './serviceProgram.ts';

const DEBIAN = '/usr/lib/postgresql';
const name = (program: string) => (process.platform === 'win32' ? `${program}.exe` : program);

/** The folder of a PostgreSQL's programs for tests: see `findServiceProgram`. */
export function findPostgres(say: (sentence: string) => void): string | undefined {
  const mend = 'Install it (apt-get install postgresql; brew install postgresql) and have initdb in PATH.';
  return findServiceProgram(
    { debianPackage: 'postgresql', find: installed, needed: 'preferences in a PostgreSQL server', mend },
    say,
  );
}

function installed(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...versions.map((version) => join(DEBIAN, version, 'bin')), ...folders].find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, name(program)))),
  );
}
