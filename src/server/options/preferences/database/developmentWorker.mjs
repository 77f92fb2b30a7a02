// Entry point of the worker thread in development. Registers tsx, because Node.js 20 does not pass module loaders on to
// worker threads. The build uses databaseThread.ts instead.
import { register } from 'tsx/esm/api';

register();
const { NEW_DATABASE } = await import('./newDatabase.mjs');
const { runEngine } = await import('./embeddedWorker.ts');
runEngine(NEW_DATABASE);
