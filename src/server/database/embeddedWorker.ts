import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { EngineAnswer, EngineQuestion } from './engineMessages.ts';

/**
 * The thread in which PGlite runs: making a database takes it seconds without a pause, and a statement milliseconds, in
 * which nothing else would be answered on the server's own thread.
 */
const { folder } = workerData as { folder: string };
const engine = await PGlite.create(folder);

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
