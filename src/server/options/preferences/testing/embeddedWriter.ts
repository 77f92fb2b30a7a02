import { openEmbedded } from '../database/embedded.ts';

/** A process of its own, to be killed: writes into the embedded database of the folder, says so, and stays. */
const database = await openEmbedded(process.argv[2] ?? '');
await database.query('CREATE TABLE notes (note text)');
await database.query('INSERT INTO notes VALUES ($1)', ['written']);
process.stdout.write('written\n');
setInterval(() => undefined, 60_000);
