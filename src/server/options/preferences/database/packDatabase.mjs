// Run by `makeNewDatabase`: creates a database in memory and packs it into the given file.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const [, , file = ''] = process.argv;
const engine = await PGlite.create();
const packed = await engine.dumpDataDir('gzip');
await engine.close();
await mkdir(dirname(file), { recursive: true });
// Atomic: other processes never see a partial file.
const unfinished = `${file}.${process.pid}`;
await writeFile(unfinished, Buffer.from(await packed.arrayBuffer()));
await rename(unfinished, file);
