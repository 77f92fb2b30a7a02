import { fileURLToPath } from 'node:url';
import { runEngine } from './embeddedWorker.ts';

/** Entry point of the worker thread in the build, next to which the build puts the new database. */
runEngine(fileURLToPath(new URL('./new-database.tar.gz', import.meta.url)));
