import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findProgram } from './findProgram.ts';

const DEBIAN = '/usr/lib/postgresql';
const name = (program: string) => (process.platform === 'win32' ? `${program}.exe` : program);

/** Returns the folder of PostgreSQL's programs for tests: see `findProgram`. */
export function findPostgres(print: (sentence: string) => void): string | undefined {
  const fix = 'Install it (apt-get install postgresql; brew install postgresql) and add initdb to PATH.';
  return findProgram(
    { debianPackage: 'postgresql', find: installed, needed: 'preferences in a PostgreSQL server', fix },
    print,
  );
}

function installed(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...versions.map((version) => join(DEBIAN, version, 'bin')), ...folders].find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, name(program)))),
  );
}
