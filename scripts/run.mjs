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
const reasons = {
  ENOSPC: 'cannot be written: the disk is full. Free some space and run the command again',
  EDQUOT: 'cannot be written: the disk quota is used up. Free some space and run the command again',
  EROFS: 'cannot be written: the file system is read-only. Run the command in a folder that can be written',
  EACCES: 'cannot be used: permission denied. Change its owner or permissions, or choose another place',
  EPERM:
    'cannot be used: the system does not permit it. Change its owner or permissions, or choose another place',
  ENOENT: 'does not exist. Check the name, or install what is missing',
  ENOTDIR: 'cannot be used: a part of its path is a file. Check the name',
  EISDIR: 'is a folder, and a file is needed. Check the name',
  EMFILE: 'cannot be opened: too many files are open. Raise the limit (ulimit -n)',
  EADDRINUSE: 'needs an address that another program uses. End that program, or choose another port',
};
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
  refuse(sentenceOf(error));
}

/** A sentence for what the user or the machine can cause; a stack for a defect of ours. */
function sentenceOf(error) {
  const { name, code, path, syscall, message } = error ?? {};
  if (['ClearError', 'ConfigError', 'StartError', 'FolderFault'].includes(name)) return message;
  // Code and path of the system's errors say all that there is to say.
  const reason = syscall === undefined ? undefined : reasons[code];
  if (reason === undefined) return error?.stack ?? String(error);
  return `${syscall.startsWith('spawn ') ? `The program ${path ?? ''}` : (path ?? `"${command}"`)} ${reason} (${code}).`;
}
