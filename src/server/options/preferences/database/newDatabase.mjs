// Plain JavaScript: the webpack plugin and the development server's thread load it.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Folder with PGlite's code and WebAssembly. */
export const PGLITE = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));

/** PGlite reads no database of another PostgreSQL release, so each of its versions has a file. */
function version() {
  const { version } = JSON.parse(readFileSync(join(PGLITE, '../package.json'), 'utf8'));
  return String(version);
}

function projectFolder() {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/**
 * An empty embedded database, packed. The server unpacks it when it has no database yet. A build has it as
 * `new-database.tar.gz`.
 */
export const NEW_DATABASE = join(projectFolder(), `.cache/database/new-${version()}.tar.gz`);

/** Makes the file unless it exists, in another process, because making it takes 800 MB. */
export async function makeNewDatabase() {
  if (existsSync(NEW_DATABASE)) return;
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'packDatabase.mjs'), NEW_DATABASE]);
}
