import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { loadProject, settingNames } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { configure, type ConfigureContext } from './registration/configure.ts';
import { startDryProject, writeDocument } from './registration/dryAzure.ts';
import { readOptions, USAGE, type Options } from './registration/options.ts';
import { ssoStep } from './registration/ssoStep.ts';

export { USAGE };

/** Creates or changes the app registration in Entra ID, and writes its values into the project's files. */
export async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  process.once('SIGINT', () => {
    print('\nInterrupted. Run the command again to resume.');
    process.exit(130);
  });
  const context: ConfigureContext = {
    folder: ROOT,
    project: await loadProject(),
    env: process.env,
    platform: process.platform,
    print,
    ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
    ssoStep,
    now: Date.now,
  };
  await (options.dryAzure ? configureDry(options, context) : configure(options, context));
}

/** Runs the command against a simulated Azure, on a copy of the project's files. */
async function configureDry(options: Options, context: ConfigureContext): Promise<void> {
  const home = join(ROOT, '.cache', 'dry-azure');
  const dry = await startDryProject(ROOT, home, settingNames(context.project), options.situation);
  print(
    'Using a simulated Azure on this machine: az and Graph. It needs no account and changes no project file.\n',
  );
  try {
    const { folder, env, azure } = dry;
    await configure(options, {
      ...context,
      folder,
      env,
      graphEndpoint: azure.graphEndpoint,
      simulated: true,
    });
  } finally {
    await dry.azure.close();
    const shown = (file: string) => relative(ROOT, file);
    print(`\nRegistration as stored in Graph:  ${shown(writeDocument(dry, home))}`);
    print(`Project files as written:         ${shown(dry.folder)}`);
    print(`All calls to az and Graph:        ${shown(dry.azure.recording)}`);
    print(`To start over, delete ${shown(home)}. Without --dry-azure the command changes your tenant.`);
  }
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl+C at the prompt stops the whole command.
  terminal.once('SIGINT', () => process.emit('SIGINT'));
  try {
    return /^\s*y(?:es)?\s*$/iu.test(await terminal.question(`${question} (y/n) `));
  } finally {
    terminal.close();
  }
}

function print(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
