import { loadEnvironment } from '../src/server/envFiles.ts';
import { ROOT } from './nodeProcess.ts';
import { startInSandbox } from './start.ts';

/** `npm run sandbox`: the sandbox, whatever CLIENT_ID says. */
export async function main(): Promise<void> {
  await startInSandbox(loadEnvironment(process.env, ROOT));
}
