import { fileURLToPath } from 'node:url';
import { runEngine } from './embeddedWorker.ts';

/** The thread's entry in the build, where the new database lies beside it. */
runEngine(fileURLToPath(new URL('./new-database.tar.gz', import.meta.url)));
