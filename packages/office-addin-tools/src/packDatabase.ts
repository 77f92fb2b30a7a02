import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NEW_DATABASE } from './newDatabase.ts';

/** The program that `makeNewDatabase` runs: makes a database in memory and packs it. */
const engine = await PGlite.create();
const packed = await engine.dumpDataDir('gzip');
await engine.close();
await mkdir(dirname(NEW_DATABASE), { recursive: true });
// Others may look for it at this moment: it is there whole or not at all.
const unfinished = `${NEW_DATABASE}.${process.pid}`;
await writeFile(unfinished, Buffer.from(await packed.arrayBuffer()));
await rename(unfinished, NEW_DATABASE);
