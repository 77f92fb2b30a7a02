import { UserError } from 'office-addin-tools/edits';
import { main as create } from './create.ts';
import { USAGE as CREATE_USAGE } from './flags.ts';
import { main as generate } from './generateCommand.ts';
import { packAll } from './tarballs.ts';
import { ownVersion } from './template/readTemplate.ts';
import { main as upgrade, USAGE as UPGRADE_USAGE } from './upgrade.ts';

const HELP = `Creates an Office Add-in with single sign-on, or upgrades one.

Usage: ${CREATE_USAGE}
       ${UPGRADE_USAGE}`;

async function main([command = '', ...args]: readonly string[]): Promise<void> {
  if (command === 'upgrade') return args.includes('--help') ? say(HELP) : await upgrade(args);
  // For `upgrade`, which runs these in another version of this package.
  if (command === 'generate') return await generate(args);
  if (command === 'pack') return void (await packAll(args[0] ?? '.'));
  if (command === '--version') return say(ownVersion());
  const all = command === '' ? args : [command, ...args];
  if (all.some((arg) => arg === '--help' || arg === '-h')) return say(HELP);
  await create(all);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UserError || (error as NodeJS.ErrnoException).syscall !== undefined;
  process.stderr.write(`${(known ? (error as Error).message : (error as Error).stack) ?? String(error)}\n`);
  process.exitCode = 1;
}
