// The thread of the embedded database, in development: it is TypeScript, and Node.js 20 does not hand a translator of
// modules on to its threads. The build has the thread's code as JavaScript.
import { register } from 'tsx/esm/api';

register();
await import('./embeddedWorker.ts');
