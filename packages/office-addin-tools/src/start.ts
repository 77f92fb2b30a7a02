import { ClearError } from './clearError.ts';
import { ROOT } from './projectFolder.ts';
import { openBrowser } from './openBrowser.ts';
import { sideload } from './sideload.ts';
import { readSideloadOptions } from './sideloading.ts';
import { loadEnvironment } from '../../../src/server/envFiles.ts';
import { startDevelopment } from './development.ts';
import { withStoredSecret } from './registration/storedSecret.ts';
import { makeUsable, type UsableCredential } from './sandboxCredential.ts';

/** `npm start`: the add-in in Office when it has a registration, else the same add-in in the sandbox. */
export async function main(args: readonly string[]): Promise<void> {
  const options = readSideloadOptions(args);
  const environment = loadEnvironment(process.env, ROOT, say);
  const clientId = environment['CLIENT_ID'] ?? '{CLIENT_ID}';
  if (!isConfigured(clientId)) {
    say('CLIENT_ID is not configured, so the add-in runs in the sandbox: no Azure, no Office.');
    return startInSandbox(environment, await makeUsable('secret'));
  }
  say(`CLIENT_ID is configured (${clientId}): the add-in runs in Office. For the sandbox: npm run sandbox`);
  const development = await startDevelopment({
    environment: await withStoredSecret(environment),
    sandbox: null,
    say,
  });
  say(`The add-in is served at ${development.origin}`);
  endWith(development.close);
  await sideload(options, say);
  say('The add-in is served until Ctrl+C.');
}

export async function startInSandbox(
  environment: Readonly<Record<string, string | undefined>>,
  usable: UsableCredential,
): Promise<void> {
  refuseInProduction(environment);
  const { close, origin, office } = await startDevelopment({ environment, sandbox: usable, say });
  endWith(close);
  say(`\nReady. Open ${office}`);
  say(`  the add-in itself:  ${origin}`);
  say('  another application: add ?app=excel, powerpoint or outlook');
  say('  Changes in src/ show at once. Ctrl+C ends it.\n');
  if (!openBrowser(office)) say(`No browser was opened here; open the address by hand.`);
}

/** @throws ClearError where the sandbox would refuse: before anything is built or started */
export function refuseInProduction({ NODE_ENV }: Readonly<Record<string, string | undefined>>): void {
  if (NODE_ENV !== 'production' && process.env['NODE_ENV'] !== 'production') return;
  throw new ClearError(
    'The sandbox does not start with NODE_ENV=production, because it gives a token to anybody who asks. Unset NODE_ENV ' +
      '(environment, .ENV.local and .ENV); to run the built add-in in production: `npm run build`, `npm run serve`.',
  );
}

/** Placeholders are written in braces, as office-addin-sso does. */
export function isConfigured(clientId: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(clientId);
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

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
