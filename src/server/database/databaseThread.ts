import { fileURLToPath } from 'node:url';
import { serveDatabase } from './embeddedWorker.ts';

/** The thread's entry in the build, where the new database lies beside it. */
await serveDatabase(fileURLToPath(new URL('./new-database.tar.gz', import.meta.url)));
