// Runs one of the project's commands: `node scripts/run.mjs <command>`. Plain JavaScript, because it has to say
// a clear sentence on a Node.js that is too old for anything else.
import { existsSync } from 'node:fs';

const oldest = [20, 20];
const [major, minor] = process.versions.node.split('.').map(Number);
const commands = [
  'start',
  'sandbox',
  'stop',
  'build',
  'test',
  'validate',
  'errors',
  'recipes',
  'screenshots',
  'theme',
  'configure-sso',
  'doctor',
  'package',
  'smoke',
  'convert-to-single-host',
  'rename',
  'add-language',
  'bench',
];
/** Commands that would ignore what they are given. */
const withoutArguments = ['stop', 'build', 'errors', 'theme'];
const [command, ...rest] = process.argv.slice(2);

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  refuse(
    `This project needs Node.js ${oldest.join('.')} or newer and this is ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org and run the command again.',
  );
}
if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  refuse('The packages are not installed. Run `npm ci` first.');
}

const { register } = await import('tsx/esm/api');
register();
if (!commands.includes(command)) {
  const { didYouMean } = await import('./nearest.ts');
  const hint = command === undefined ? '' : didYouMean(command, commands);
  refuse(
    [`Unknown command "${command ?? ''}".`, hint, `There are: ${commands.join(', ')}.`]
      .filter((part) => part !== '')
      .join(' '),
  );
}
if (withoutArguments.includes(command) && rest.length > 0)
  refuse(`"${command}" takes no arguments, and was given ${rest.join(' ')}.`);
try {
  const { main } = await import(command === 'bench' ? '../bench/main.ts' : `./${command}.ts`);
  await main(rest);
} catch (error) {
  // A clear sentence for what we know; a stack for a defect of ours.
  refuse(error?.name === 'ClearError' ? error.message : (error?.stack ?? String(error)));
}
