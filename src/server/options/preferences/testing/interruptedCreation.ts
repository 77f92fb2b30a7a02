import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeDatabaseFolder } from '../database/databaseFolder.ts';

/**
 * A process to be killed: takes the folder, and stops in the middle of creating the database. Prints "now" when it is
 * there. Arguments: the folder, and what it has written by then.
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
