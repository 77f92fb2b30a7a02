import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeDatabaseFolder } from '../database/databaseFolder.ts';
import { openEmbedded } from '../database/embedded.ts';

/** Processes for tests to kill, by the first argument. The second one is the folder of the database. */
const [program, folder = '', ...unfinished] = process.argv.slice(2);

if (program === 'writer') await write();
else await create();

/** Writes to the embedded database, prints `written` and keeps running. */
async function write(): Promise<void> {
  const database = await openEmbedded(folder);
  await database.query('CREATE TABLE notes (note text)');
  await database.query('INSERT INTO notes VALUES ($1)', ['written']);
  process.stdout.write('written\n');
  setInterval(() => undefined, 60_000);
}

/** Stops in the middle of creating the database, after writing the files of the other arguments, and prints `now`. */
async function create(): Promise<void> {
  const stop = async (data: string) => {
    for (const path of unfinished) {
      if (path.endsWith('/')) await mkdir(join(data, path), { recursive: true });
      else await writeFile(join(data, path), 'half');
    }
    process.stdout.write('now\n');
    await new Promise((done) => setTimeout(done, 60_000));
  };
  await takeDatabaseFolder(folder, stop, () => undefined);
}
