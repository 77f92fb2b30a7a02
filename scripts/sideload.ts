import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './nodeProcess.ts';
import { ClearError } from './clearError.ts';

/** Fetched when sideloading is really wanted: its dependencies are too large to install for everyone. */
const DEBUGGING = 'office-addin-debugging@7.0.0';

const applications = ['word', 'excel', 'powerpoint', 'outlook'] as const;
type Application = (typeof applications)[number];

/** `--app word|excel|powerpoint|outlook`, Word when nothing is said. */
export function readApplication(args: readonly string[]): Application {
  const at = args.indexOf('--app');
  const wanted = at === -1 ? 'word' : args[at + 1];
  const application = applications.find((name) => name === wanted);
  if (!application) throw new ClearError(`--app has to be one of: ${applications.join(', ')}.`);
  return application;
}

/** Opens the Office application with the add-in in it. Where that cannot be done, says how to do it by hand. */
export async function sideload(args: readonly string[], say: (sentence: string) => void): Promise<void> {
  const application = readApplication(args);
  const manifest = application === 'outlook' ? 'manifest.outlook.xml' : 'manifest.xml';
  if (process.platform === 'linux') {
    say(
      `There is no desktop Office on Linux. In Office on the web: Add-ins, Upload My Add-in, choose ${manifest}.`,
    );
    return;
  }
  say(`Sideloading ${manifest} into ${application} with ${DEBUGGING} …`);
  const code = await debugging([
    'start',
    join(ROOT, manifest),
    'desktop',
    '--app',
    application,
    '--no-debug',
  ]);
  if (code !== 0)
    say(`That did not work. By hand: in ${application}, Add-ins, Upload My Add-in, choose ${manifest}.`);
}

export async function endSideload(say: (sentence: string) => void): Promise<void> {
  for (const manifest of ['manifest.xml', 'manifest.outlook.xml']) {
    const code = await debugging(['stop', join(ROOT, manifest)]);
    say(
      code === 0
        ? `${manifest} is not sideloaded any more.`
        : `${manifest} was not sideloaded by this project.`,
    );
  }
}

function debugging(args: readonly string[]): Promise<number | null> {
  // npx is a .cmd on Windows, which Node starts only through the shell; every argument is ours.
  const child = spawn(['npx', '--yes', DEBUGGING, ...args.map((arg) => JSON.stringify(arg))].join(' '), {
    cwd: ROOT,
    stdio: 'inherit',
    shell: true,
  });
  return new Promise((settle) => {
    child.once('exit', (code) => settle(code));
    child.once('error', () => settle(null));
  });
}
