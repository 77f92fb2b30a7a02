import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { loadProject, settingNames } from './project.ts';
import { ROOT } from './projectFolder.ts';
import { configure, type ConfigureContext } from './registration/configure.ts';
import { startDryProject, writeDocument } from './registration/dryAzure.ts';
import { readOptions, USAGE, type Options } from './registration/options.ts';
import { ssoStep } from './registration/ssoStep.ts';

export { USAGE };

/** `npm run configure-sso`: the app registration in Entra ID, and the project's files that name it. */
export async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  process.once('SIGINT', () => {
    print('\nInterrupted. Run the command again: it goes on where this run ended.');
    process.exit(130);
  });
  const around: ConfigureContext = {
    folder: ROOT,
    project: await loadProject(),
    env: process.env,
    platform: process.platform,
    print,
    ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
    ssoStep,
    now: Date.now,
  };
  await (options.dryAzure ? configureDry(options, around) : configure(options, around));
}

/** The same in an imitation of Azure, on a copy of the project's files. */
async function configureDry(options: Options, around: ConfigureContext): Promise<void> {
  const home = join(ROOT, '.cache', 'dry-azure');
  const dry = await startDryProject(ROOT, home, settingNames(around.project), options.situation);
  print(
    'This is the dry Azure: an az and a Graph on this machine. No account, and nothing of the project changes.\n',
  );
  try {
    const { folder, env, azure } = dry;
    await configure(options, { ...around, folder, env, graphEndpoint: azure.graphEndpoint, simulated: true });
  } finally {
    await dry.azure.close();
    const place = (file: string) => relative(ROOT, file);
    print(`\nThe registration as Graph has it:  ${place(writeDocument(dry, home))}`);
    print(`The files as they would be:        ${place(dry.folder)}`);
    print(`Every call of az and of Graph:     ${place(dry.azure.recording)}`);
    print(`To begin anew, delete ${place(home)}. Without --dry-azure the same happens in your tenant.`);
  }
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl+C at the question is for the whole command.
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
