// Plain JavaScript: it has to print a clear sentence on a Node.js that is too old for anything else.

const OLDEST = [20, 20];
/** Errors whose message is written for the user; any other error is a defect and prints its stack. */
const USER_ERRORS = ['UserError', 'ConfigError', 'StartError', 'FolderFault'];
const REASONS = {
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

/**
 * Runs the command that the process was started with, and exits with 1 and one sentence when it fails.
 * @param {Record<string, () => Promise<{ main: (args: string[]) => Promise<void> }>>} commands loads each command
 * @param {{ withoutArguments?: string[] }} options commands that accept no arguments
 */
export async function runCommand(commands, { withoutArguments = [] } = {}) {
  const [command, ...args] = process.argv.slice(2);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    refuse(
      `This project needs Node.js ${OLDEST.join('.')} or newer and this is ${process.versions.node}. ` +
        'Install a current version from https://nodejs.org and run the command again.',
    );
  try {
    // TypeScript sources run as they are; a packed package has none and does not need this.
    (await import('tsx/esm/api')).register();
  } catch {
    refuse('The packages are not installed. Run `npm ci` first.');
  }
  if (!Object.hasOwn(commands, command ?? '')) {
    const { didYouMean } = await import('../src/nearest.ts');
    const names = Object.keys(commands);
    const hint = command === undefined ? '' : didYouMean(command, names);
    refuse(
      [`Unknown command "${command ?? ''}".`, hint, `Commands: ${names.join(', ')}.`]
        .filter((part) => part !== '')
        .join(' '),
    );
  }
  if (withoutArguments.includes(command) && args.length > 0)
    refuse(`"${command}" takes no arguments, and was given ${args.join(' ')}.`);
  try {
    const { main } = await commands[command]();
    await main(args);
  } catch (error) {
    refuse(sentenceOf(error, command));
  }
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Returns a sentence for what the user or the machine can cause, a stack for a defect. */
function sentenceOf(error, command) {
  const { name, code, path, syscall, message } = error ?? {};
  if (USER_ERRORS.includes(name)) return message;
  // Code and path of the system's errors say all that there is to say.
  const reason = syscall === undefined ? undefined : REASONS[code];
  if (reason === undefined) return error?.stack ?? String(error);
  return `${syscall.startsWith('spawn ') ? `The program ${path ?? ''}` : (path ?? `"${command}"`)} ${reason} (${code}).`;
}
