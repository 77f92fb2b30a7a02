import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './projectFolder.ts';
import { XML_MANIFESTS } from './manifest/projectManifests.ts';
import { manifestOf, sideloadStep, type SideloadOptions } from './sideloadPlan.ts';

/** Fetched when sideloading is really wanted: its dependencies are too large to install for everyone. */
const DEBUGGING = 'office-addin-debugging@7.0.0';

/** Opens the Office application with the add-in in it. Where that cannot be done, says how to do it by hand. */
export async function sideload(options: SideloadOptions, print: (sentence: string) => void): Promise<void> {
  const manifest = join(ROOT, manifestOf(options.application));
  const step = sideloadStep(options, manifest, process.platform);
  if (step.kind === 'by-hand') {
    for (const sentence of step.sentences) print(sentence);
    return;
  }
  print(`Sideloading into ${options.application} (${options.platform}) with ${DEBUGGING} …`);
  if ((await debugging(step.args)) === 0) return;
  print('That did not work. By hand:');
  for (const sentence of step.byHand) print(sentence);
}

export async function endSideload(print: (sentence: string) => void): Promise<void> {
  for (const manifest of XML_MANIFESTS.filter((file) => existsSync(join(ROOT, file)))) {
    const code = await debugging(['stop', join(ROOT, manifest)]);
    print(
      code === 0
        ? `${manifest} is not sideloaded any more.`
        : `${manifest} was not sideloaded by this project.`,
    );
  }
  print('What was uploaded by hand goes by hand: the same page, the add-in, Remove.');
}

function debugging(args: readonly string[]): Promise<number | null> {
  // npx is a .cmd on Windows, which Node starts only through the shell.
  const child = spawn(['npx', '--yes', DEBUGGING, ...args.map((arg) => shellQuote(arg))].join(' '), {
    cwd: ROOT,
    stdio: 'inherit',
    shell: true,
  });
  return new Promise((settle) => {
    child.once('exit', (code) => settle(code));
    child.once('error', () => settle(null));
  });
}

/**
 * An argument that no shell reads otherwise. The address of a document is given by the user, and the project's
 * folder may have any name: in cmd a "%" would be a variable, in sh "$" and "`" would run something.
 */
export function shellQuote(text: string, platform = process.platform): string {
  if (platform === 'win32') return `"${text.replaceAll('"', '').replaceAll('%', '"^%"')}"`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
