import { join } from 'node:path';
import { runEngine } from './embeddedWorker.ts';

/** Entry point of the worker thread in the build, next to which the build puts the new database. */
runEngine(join(import.meta.dirname, 'new-database.tar.gz'));
