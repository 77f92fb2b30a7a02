import { loadEnvironment } from '../../../src/server/envFiles.ts';
import { ROOT } from './projectFolder.ts';
import { makeUsable, readCredentialKind } from './sandboxCredential.ts';
import { startInSandbox } from './start.ts';

/** `npm run sandbox`: the sandbox, whatever CLIENT_ID says. */
export async function main(args: readonly string[]): Promise<void> {
  const kind = readCredentialKind(args);
  await startInSandbox(
    loadEnvironment(process.env, ROOT, (warning) => process.stdout.write(`${warning}\n`)),
    await makeUsable(kind),
  );
}
