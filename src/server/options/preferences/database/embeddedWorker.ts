import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { EngineAnswer, EngineQuestion } from './engineMessages.ts';

/**
 * Runs PGlite in this thread: creating a database takes it seconds without a pause, and a statement milliseconds, in which
 * the server's own thread would answer nothing.
 * @param newDatabase file with an empty database, as newDatabase.mjs makes it: unpacking it takes a third of the
 *   time and less than half of the memory of creating one. Used if it exists.
 */
export function runEngine(newDatabase: string): void {
  let engine: PGlite | undefined;

  async function rowsOf(question: EngineQuestion): Promise<unknown[]> {
    if ('create' in question) {
      const loadDataDir = existsSync(newDatabase) ? new Blob([await readFile(newDatabase)]) : undefined;
      await (await PGlite.create(question.create, loadDataDir && { loadDataDir })).close();
      return [];
    }
    if ('open' in question) {
      engine = await PGlite.create(question.open);
      return [];
    }
    if (!engine) throw new Error('The database is not open.');
    return (await engine.query(question.sql, [...question.values])).rows;
  }

  async function answerTo(question: EngineQuestion): Promise<EngineAnswer> {
    const { id } = question;
    try {
      return { id, rows: await rowsOf(question) };
    } catch (error) {
      const { code } = error as { code?: unknown };
      // Errors of PostgreSQL have an SQLSTATE; the engine's own end (no memory, no disk) has a trap of WebAssembly.
      const fatal = !('sql' in question) || error instanceof WebAssembly.RuntimeError;
      return { id, fault: { code: typeof code === 'string' ? code : undefined, fatal } };
    }
  }

  async function close(): Promise<void> {
    await engine?.close();
    process.exit(0);
  }

  parentPort?.on('message', (question: EngineQuestion | 'close') => {
    if (question === 'close') void close();
    else void answerTo(question).then((answer) => parentPort?.postMessage(answer));
  });
}
