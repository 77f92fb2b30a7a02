import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeDatabaseFolder } from '../database/databaseFolder.ts';

/**
 * A process for tests to kill: locks the folder and stops in the middle of creating the database, when it prints "now".
 * Arguments: the folder, and the files to write before that.
 */
const [folder = '', ...written] = process.argv.slice(2);

await takeDatabaseFolder(
  folder,
  async (data) => {
    for (const path of written) {
      if (path.endsWith('/')) await mkdir(join(data, path), { recursive: true });
      else await writeFile(join(data, path), 'half');
    }
    process.stdout.write('now\n');
    await new Promise((done) => setTimeout(done, 60_000));
  },
  () => undefined,
);
