import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNode, typescript } from './nodeProcess.ts';
import { ROOT } from './projectFolder.ts';

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
  const making = startNode(typescript('packages/office-addin-tools/src/packDatabase.ts'), {});
  if ((await making.ended) !== 0) throw new Error(`The new database could not be made: ${making.output()}`);
}
