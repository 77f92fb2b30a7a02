import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openSandbox } from '../browser/openSandbox.ts';
import type { ApplicationId } from '../office/page/applications.ts';
import { readJsonFile } from '../readJsonFile.ts';
import { SANDBOX_CLIENT_ID } from '../registration.ts';
import { startSandbox } from '../startSandbox.ts';
import { stopOnSignals } from '../stopOnSignals.ts';
import { UserError } from '../userError.ts';
import { PROBE_FORMAT, type ProbeAnswers } from './answers.ts';
import { differences, differencesText } from './compare.ts';
import { serveProbe } from './probeServer.ts';
import { runProbe } from './runProbe.ts';

const APPS = ['word', 'excel', 'powerpoint'] as const satisfies readonly ApplicationId[];
const PROBE_USAGE =
  'Use: office-addin-sandbox probe [--app word|excel|powerpoint] [--json FILE] [--port NUMBER] [--client-id ID].';
const COMPARE_USAGE = 'Use: office-addin-sandbox compare REAL.json [OTHER.json].';

const answersFile = z.looseObject({
  format: z.literal(PROBE_FORMAT),
  version: z.literal(1),
  host: z.string(),
  platform: z.string(),
  build: z.string(),
  date: z.string(),
  answers: z.record(z.string(), z.unknown()),
});

/** Opens the probe add-in in the sandbox; with `--json`, runs it there and saves the answers. */
export async function probeCommand(args: readonly string[], print: (line: string) => void): Promise<void> {
  const { app, json, port, clientId } = probeOptions(args);
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify(await runProbe(app), null, 2)}\n`);
    print(`Saved ${json}.`);
    return;
  }
  const server = await serveProbe(port + 3, clientId);
  const sandbox = await startSandbox({ manifest: server.manifest, port }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  stopOnSignals(() => Promise.all([sandbox.close(), server.close()]));
  const url = `${sandbox.origin}/?app=${app}`;
  print(
    [
      `  Sandbox                  ${url}`,
      `  Manifest for real Office ${server.origin}/manifest.xml`,
      '',
      'Sideload the manifest, run the probes in an empty document, and download the answers.',
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
  const other = second === undefined ? await runProbe(appOf(real, first)) : readAnswers(second);
  const found = differences(real, other);
  print(differencesText(found, [first, second ?? 'sandbox']));
  return found.length > 0 ? 1 : 0;
}

/** @throws UserError if the file isn't what the probe add-in has saved */
export function readAnswers(path: string): ProbeAnswers {
  const parsed = answersFile.safeParse(readJsonFile(path));
  if (parsed.success) return parsed.data as unknown as ProbeAnswers;
  const issues = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  throw new UserError(`${path} doesn't contain answers of the probe add-in: ${issues.join('; ')}`);
}

function appOf({ host }: ProbeAnswers, path: string): ApplicationId {
  const app = APPS.find((one) => one === host.toLowerCase());
  if (app) return app;
  throw new UserError(`${path} is of ${host}. The probes are for ${APPS.join(', ')}.`);
}

function probeOptions(args: readonly string[]) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        app: { type: 'string', default: 'word' },
        json: { type: 'string' },
        port: { type: 'string', default: '3001' },
        'client-id': { type: 'string', default: SANDBOX_CLIENT_ID },
      },
    }));
  } catch (error) {
    throw new UserError(PROBE_USAGE, { cause: error });
  }
  const app = APPS.find((one) => one === values.app);
  const port = Number(values.port);
  if (!app || !Number.isInteger(port) || port < 1 || port > 65_532) throw new UserError(PROBE_USAGE);
  return { app, json: values.json, port, clientId: values['client-id'] };
}
