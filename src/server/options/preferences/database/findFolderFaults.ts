import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseSettings } from '../index.ts';
import { readContents } from './folderContents.ts';
import { explainSystemError, FolderError } from './folderError.ts';

/**
 * Finds reasons why the embedded database cannot use DATABASE_DIR, for `npm run doctor`. Only a real write shows whether a
 * folder is writable, so it creates a folder there and removes it immediately.
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
      explained instanceof FolderError
        ? explained.message
        : `The folder ${folder} cannot be used for the embedded database (${code}).`;
    return [{ where: 'DATABASE_DIR', problem }];
  }
}
