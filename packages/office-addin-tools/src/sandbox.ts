import { loadEnvironment } from './env/environment.ts';
import { loadProject, settingNames } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { prepareCredential, readCredentialKind } from './sandboxCredential.ts';
import { startInSandbox } from './start.ts';

export const USAGE = 'npm run sandbox -- [--credential secret|certificate|managed-identity]';

/** Starts the add-in in the sandbox, whatever CLIENT_ID is. */
export async function main(args: readonly string[]): Promise<void> {
  const kind = readCredentialKind(args);
  const project = await loadProject();
  const warn = (warning: string) => void process.stdout.write(`${warning}\n`);
  const environment = loadEnvironment(process.env, ROOT, warn, settingNames(project));
  await startInSandbox(project, environment, await prepareCredential(kind));
}
