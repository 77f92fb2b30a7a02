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

/** `npm start`: the add-in in Office when it has a registration, else the same add-in in the sandbox. */
export async function main(args: readonly string[]): Promise<void> {
  const project = await loadProject();
  const options = readSideloadOptions(args, project.applications);
  const environment = loadEnvironment(process.env, ROOT, print, settingNames(project));
  const clientId = environment['CLIENT_ID'] ?? '{CLIENT_ID}';
  if (!isConfigured(clientId)) {
    print('CLIENT_ID is not configured, so the add-in runs in the sandbox: no Azure, no Office.');
    return startInSandbox(project, environment, await prepareCredential('secret'));
  }
  print(`CLIENT_ID is configured (${clientId}): the add-in runs in Office. For the sandbox: npm run sandbox`);
  const development = await startDevelopment({
    project,
    environment: await withStoredSecret(environment),
    sandbox: null,
    print,
  });
  print(`The add-in is served at ${development.origin}`);
  endWith(development.close);
  await sideload(options, print);
  print('The add-in is served until Ctrl+C.');
}

export async function startInSandbox(
  project: AddinProject,
  environment: Readonly<Record<string, string | undefined>>,
  usable: PreparedCredential,
): Promise<void> {
  refuseInProduction(environment);
  const { close, origin, office } = await startDevelopment({ project, environment, sandbox: usable, print });
  endWith(close);
  print(`\nReady. Open ${office}`);
  print(`  the add-in itself:  ${origin}`);
  print('  another application: add ?app=excel, powerpoint or outlook');
  print('  Changes in src/ show at once. Ctrl+C ends it.\n');
  if (!openBrowser(office)) print(`No browser was opened here; open the address by hand.`);
}

/** @throws UserError where the sandbox would refuse: before anything is built or started */
export function refuseInProduction({ NODE_ENV }: Readonly<Record<string, string | undefined>>): void {
  if (NODE_ENV !== 'production' && process.env['NODE_ENV'] !== 'production') return;
  throw new UserError(
    'The sandbox does not start with NODE_ENV=production, because it gives a token to anybody who asks. Unset NODE_ENV ' +
      '(environment, .ENV.local and .ENV); to run the built add-in in production: `npm run build`, `npm run serve`.',
  );
}

function endWith(close: () => Promise<void>): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    void close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function print(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
