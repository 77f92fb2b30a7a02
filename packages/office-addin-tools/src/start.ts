import { isConfigured } from './clientId.ts';
import { UserError } from './userError.ts';
import { loadProject, settingNames, type AddinProject } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { openBrowser } from './openBrowser.ts';
import { sideload } from './sideload.ts';
import { readSideloadOptions } from './sideloadPlan.ts';
import { loadEnvironment } from './env/environment.ts';
import { startDevelopment } from './development.ts';
import { withStoredSecret } from './registration/storedSecret.ts';
import { prepareCredential, type PreparedCredential } from './sandboxCredential.ts';

export const USAGE =
  'npm start -- [--app word|excel|powerpoint|outlook] [--platform desktop|web] [--document <address>]';

/** Starts the add-in in Office if it has a registration, else in the sandbox. */
export async function main(args: readonly string[]): Promise<void> {
  const project = await loadProject();
  const options = readSideloadOptions(args, project.applications);
  const environment = loadEnvironment(process.env, ROOT, print, settingNames(project));
  const clientId = environment['CLIENT_ID'] ?? '{CLIENT_ID}';
  if (!isConfigured(clientId)) {
    print('CLIENT_ID is not set, so the add-in runs in the sandbox, without Azure and Office.');
    return startInSandbox(project, environment, await prepareCredential('secret'));
  }
  print(`CLIENT_ID is set (${clientId}): the add-in runs in Office. To use the sandbox: npm run sandbox`);
  const development = await startDevelopment({
    project,
    environment: await withStoredSecret(environment),
    sandbox: null,
    print,
  });
  print(`The add-in is served at ${development.origin}`);
  closeOnSignal(development.close);
  await sideload(options, print);
  print('To stop the server, press Ctrl+C.');
}

export async function startInSandbox(
  project: AddinProject,
  environment: Readonly<Record<string, string | undefined>>,
  usable: PreparedCredential,
): Promise<void> {
  refuseInProduction(environment);
  const { close, origin, office } = await startDevelopment({ project, environment, sandbox: usable, print });
  closeOnSignal(close);
  print(`\nReady. Open ${office}`);
  print(`  Add-in server: ${origin}`);
  print('  For another application, add ?app=excel, powerpoint or outlook to the address.');
  print('  Changes in src/ are applied immediately. To stop, press Ctrl+C.\n');
  if (!openBrowser(office)) print('No browser could be opened. Open the address yourself.');
}

/** @throws UserError in production, before anything is built: the sandbox would refuse to start */
export function refuseInProduction({ NODE_ENV }: Readonly<Record<string, string | undefined>>): void {
  if (NODE_ENV !== 'production' && process.env['NODE_ENV'] !== 'production') return;
  throw new UserError(
    'The sandbox does not start with NODE_ENV=production, because it issues tokens to anyone. Unset NODE_ENV in the ' +
      'environment, .ENV.local and .ENV. To run the built add-in in production, use `npm run build` and `npm run serve`.',
  );
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    void close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function print(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
