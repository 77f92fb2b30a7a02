import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseSettings } from '../index.ts';
import { readContents } from './folderContents.ts';
import { explainSystemError, FolderFault } from './folderFault.ts';

/**
 * Finds what would keep the embedded database from using DATABASE_DIR, for `npm run doctor`. Only a trial shows whether a
 * folder can be written: it makes a folder there and removes it at once.
 */
export async function findFolderFaults(
  database: DatabaseSettings,
): Promise<readonly { where: string; problem: string }[]> {
  if (database.kind !== 'embedded') return [];
  const { folder } = database;
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    if (nearest === folder) await readContents(await realpath(folder));
    await rmdir(await mkdtemp(join(nearest, 'doctor-')));
    return [];
  } catch (error) {
    const explained = explainSystemError(folder, error);
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const problem =
      explained instanceof FolderFault
        ? explained.message
        : `The folder of the embedded database cannot be used (${code}).`;
    return [{ where: 'DATABASE_DIR', problem }];
  }
}
