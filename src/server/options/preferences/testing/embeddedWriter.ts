import { openEmbedded } from '../database/embedded.ts';

/** A process for tests to kill: writes to the embedded database in the folder, prints `written` and keeps running. */
const database = await openEmbedded(process.argv[2] ?? '');
await database.query('CREATE TABLE notes (note text)');
await database.query('INSERT INTO notes VALUES ($1)', ['written']);
process.stdout.write('written\n');
setInterval(() => undefined, 60_000);
