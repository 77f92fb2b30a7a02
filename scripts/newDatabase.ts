import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, startNode, typescript } from './nodeProcess.ts';

/** PGlite reads no database that another release of PostgreSQL has made, so that each version of it has its own file. */
function version(): string {
  const code = dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite')));
  return (JSON.parse(readFileSync(join(code, '../package.json'), 'utf8')) as { version: string }).version;
}

/**
 * An embedded database in which nothing stands yet, packed: what a server unpacks when it has none. A build has it as
 * `new-database.tar.gz`.
 */
export const NEW_DATABASE = join(ROOT, `.cache/database/new-${version()}.tar.gz`);

/** Makes the file unless it is there. In a process of its own, which gives back the 800 MB that this takes. */
export async function makeNewDatabase(): Promise<void> {
  if (existsSync(NEW_DATABASE)) return;
  const making = startNode(typescript('scripts/newDatabase.ts'), {});
  if ((await making.ended) !== 0) throw new Error(`The new database could not be made: ${making.output()}`);
}

async function make(): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite');
  const engine = await PGlite.create();
  const packed = await engine.dumpDataDir('gzip');
  await engine.close();
  await mkdir(dirname(NEW_DATABASE), { recursive: true });
  // Others may look for it at this moment: it is there whole or not at all.
  const unfinished = `${NEW_DATABASE}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await packed.arrayBuffer()));
  await rename(unfinished, NEW_DATABASE);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await make();
