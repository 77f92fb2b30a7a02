import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './projectFolder.ts';
import { XML_MANIFESTS } from './manifest/projectManifests.ts';
import { manifestOf, planSideload, type SideloadOptions } from './sideloadPlan.ts';

/** Downloaded on first use: its dependencies are too large to install for everyone. */
const DEBUGGING = 'office-addin-debugging@7.0.0';

/** Opens the Office application with the add-in, or prints the manual steps if that is not possible. */
export async function sideload(options: SideloadOptions, print: (sentence: string) => void): Promise<void> {
  const manifest = join(ROOT, manifestOf(options.application));
  const step = planSideload(options, manifest, process.platform);
  if (step.kind === 'manual') {
    for (const sentence of step.steps) print(sentence);
    return;
  }
  print(`Sideloading into ${options.application} (${options.platform}) with ${DEBUGGING} …`);
  if ((await debugging(step.args)) === 0) return;
  print('Sideloading failed. To sideload manually:');
  for (const sentence of step.manualSteps) print(sentence);
}

export async function endSideload(print: (sentence: string) => void): Promise<void> {
  for (const manifest of XML_MANIFESTS.filter((file) => existsSync(join(ROOT, file)))) {
    const code = await debugging(['stop', join(ROOT, manifest)]);
    print(
      code === 0 ? `Stopped sideloading ${manifest}.` : `${manifest} was not sideloaded from this project.`,
    );
  }
  print(
    'To remove an add-in that you uploaded yourself, open the page where you uploaded it and choose Remove.',
  );
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
 * Quotes an argument for the shell. Document URLs come from the user, and a folder may have any name: cmd expands "%",
 * and sh expands "$" and "`".
 */
export function shellQuote(text: string, platform = process.platform): string {
  if (platform === 'win32') return `"${text.replaceAll('"', '').replaceAll('%', '"^%"')}"`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
