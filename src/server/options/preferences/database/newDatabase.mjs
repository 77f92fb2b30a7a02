// Plain JavaScript: the webpack plugin and the development server's thread load it.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Folder with PGlite's code and WebAssembly. */
export const PGLITE = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));

/** Part of the file name, because PGlite cannot read a database of another PostgreSQL release. */
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
 * Archive of an empty embedded database. The server unpacks it if it has no database yet. The build contains it as
 * `new-database.tar.gz`.
 */
export const NEW_DATABASE = join(projectFolder(), `.cache/database/new-${version()}.tar.gz`);

/** Creates the file unless it exists. In a separate process, because it takes 800 MB of memory. */
export async function makeNewDatabase() {
  if (existsSync(NEW_DATABASE)) return;
  await promisify(execFile)(process.execPath, [import.meta.filename]);
}

/** Creates a database in memory and packs it into the file. */
async function packDatabase() {
  const { PGlite } = await import('@electric-sql/pglite');
  const engine = await PGlite.create();
  const packed = await engine.dumpDataDir('gzip');
  await engine.close();
  await mkdir(dirname(NEW_DATABASE), { recursive: true });
  // Atomic: other processes never see a partial file.
  const unfinished = `${NEW_DATABASE}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await packed.arrayBuffer()));
  await rename(unfinished, NEW_DATABASE);
}

// `makeNewDatabase` runs this file as a program.
if (process.argv[1] === import.meta.filename) await packDatabase();
