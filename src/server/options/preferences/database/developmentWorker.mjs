// The thread's entry in development: it is TypeScript, and Node.js 20 does not hand a translator of modules on to its
// threads. The build has databaseThread.ts instead.
import { register } from 'tsx/esm/api';

register();
const { NEW_DATABASE } = await import('./newDatabase.mjs');
const { runEngine } = await import('./embeddedWorker.ts');
runEngine(NEW_DATABASE);
