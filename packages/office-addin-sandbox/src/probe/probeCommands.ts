import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSandbox } from '../browser/openSandbox.ts';
import { applicationIds, type ApplicationId } from '../office/page/applications.ts';
import { SANDBOX_CLIENT_ID } from '../registration.ts';
import { startSandbox } from '../startSandbox.ts';
import { stopOnSignals } from '../stopOnSignals.ts';
import { UserError } from '../userError.ts';
import { messageForms, type MessageForm, type ProbeAnswers } from './answers.ts';
import { differences, differencesText } from './compare.ts';
import { serveProbe } from './probeServer.ts';
import { readAnswers } from './readAnswers.ts';
import { runProbe } from './runProbe.ts';

const PROBE_USAGE =
  'Use: office-addin-sandbox probe [--app word|excel|powerpoint|outlook] [--form read|compose] [--json FILE] [--port NUMBER] [--client-id ID].';
const COMPARE_USAGE = 'Use: office-addin-sandbox compare REAL.json [OTHER.json].';

/** Opens the probe add-in in the sandbox; with `--json`, runs it there and saves the answers. */
export async function probeCommand(args: readonly string[], print: (line: string) => void): Promise<void> {
  const { app, form, json, port, clientId } = probeOptions(args);
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify(await runProbe(app, form), null, 2)}\n`);
    print(`Saved ${json}.`);
    return;
  }
  const server = await serveProbe(app, port + 3, clientId);
  const sandbox = await startSandbox({ manifest: server.manifest, port }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  stopOnSignals(() => Promise.all([sandbox.close(), server.close()]));
  const url = `${sandbox.origin}/?app=${app}${form === 'read' ? '&mode=read' : ''}`;
  print(
    [
      `  Sandbox                  ${url}`,
      `  Manifest for real Office ${server.manifestUrl}`,
      '',
      app === 'outlook'
        ? 'Sideload the manifest, and run the probes in a received message and in a new one. Download the answers of each.'
        : 'Sideload the manifest, run the probes in an empty document, and download the answers.',
      'Then: office-addin-sandbox compare FILE',
      '',
      'Press Ctrl+C to stop.',
    ].join('\n'),
  );
  if (process.stdout.isTTY)
    await openSandbox(url, sandbox.browserArgs).catch((error: Error) => print(error.message));
}

/**
 * Prints how the answers of a file differ from those of the sandbox, or of a second file. Returns the exit code: 0 if they
 * are the same, 1 if not.
 */
export async function compareCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const [first, second, ...more] = args;
  if (first === undefined || more.length > 0 || args.some((arg) => arg.startsWith('-')))
    throw new UserError(COMPARE_USAGE);
  const real = readAnswers(first);
  const other = second === undefined ? await runProbe(appOf(real), real.form) : readAnswers(second);
  const found = differences(real, other);
  print(differencesText(found, [first, second ?? 'sandbox']));
  return found.length > 0 ? 1 : 0;
}

function appOf({ host }: ProbeAnswers): ApplicationId {
  const app = applicationIds.find((one) => one === host.toLowerCase());
  if (app) return app;
  throw new Error(`No application is called ${host}.`);
}

function probeOptions(args: readonly string[]) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        app: { type: 'string', default: 'word' },
        form: { type: 'string' },
        json: { type: 'string' },
        port: { type: 'string', default: '3001' },
        'client-id': { type: 'string', default: SANDBOX_CLIENT_ID },
      },
    }));
  } catch (error) {
    throw new UserError(PROBE_USAGE, { cause: error });
  }
  const app = applicationIds.find((one) => one === values.app);
  const form = formOf(app, values.form);
  const port = Number(values.port);
  if (!app || form === 'wrong' || !Number.isInteger(port) || port < 1 || port > 65_532)
    throw new UserError(PROBE_USAGE);
  return { app, form, json: values.json, port, clientId: values['client-id'] };
}

/** @param given with --form; in Outlook, a new message by default */
function formOf(
  app: ApplicationId | undefined,
  given: string | undefined,
): MessageForm | undefined | 'wrong' {
  if (app !== 'outlook') return given === undefined ? undefined : 'wrong';
  return messageForms.find((form) => form === (given ?? 'compose')) ?? 'wrong';
}
