import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { EngineAnswer, EngineQuestion } from './engineMessages.ts';
import { LOCK_FILE } from './folderLock.ts';

/** Stands in the folder while the database in it is being made: what a killed process leaves is not half of one. */
const UNFINISHED = 'unfinished';

/**
 * The thread in which PGlite runs: making a database takes it seconds without a pause, and a statement milliseconds, in
 * which nothing else would be answered on the server's own thread.
 * @param newDatabase file with a database in which nothing stands yet, as scripts/newDatabase.ts makes it: unpacking it
 *   takes a third of the time and less than half of the memory that making one does. Without the file one is made.
 */
export async function serveDatabase(newDatabase: string): Promise<void> {
  const { folder } = workerData as { folder: string };
  const engine = await open(folder, newDatabase);

  async function answerTo({ id, sql, values }: EngineQuestion): Promise<EngineAnswer> {
    try {
      return { id, rows: (await engine.query(sql, [...values])).rows };
    } catch (error) {
      const { code } = error as { code?: unknown };
      // Errors of PostgreSQL have an SQLSTATE; the engine's own end (no memory, no disk) has a trap of WebAssembly.
      const fatal = error instanceof WebAssembly.RuntimeError;
      return { id, fault: { code: typeof code === 'string' ? code : undefined, fatal } };
    }
  }

  parentPort?.on('message', (question: EngineQuestion | 'close') => {
    if (question === 'close') void engine.close().then(() => process.exit(0));
    else void answerTo(question).then((answer) => parentPort?.postMessage(answer));
  });
  parentPort?.postMessage('ready');
}

async function open(folder: string, newDatabase: string): Promise<PGlite> {
  const unfinished = join(folder, UNFINISHED);
  if (existsSync(unfinished)) await clear(folder);
  else if (existsSync(join(folder, 'PG_VERSION'))) return await PGlite.create(folder);
  await writeFile(unfinished, '');
  const loadDataDir = existsSync(newDatabase) ? new Blob([await readFile(newDatabase)]) : undefined;
  const engine = await PGlite.create(folder, loadDataDir && { loadDataDir });
  await rm(unfinished);
  return engine;
}

/** Only what PGlite has made: the lock is ours, and the mark goes last. */
async function clear(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== LOCK_FILE && name !== UNFINISHED) await rm(join(folder, name), { recursive: true });
  }
}
