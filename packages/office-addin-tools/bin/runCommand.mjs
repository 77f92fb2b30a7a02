// Plain JavaScript, so that a Node.js that is too old still prints a clear message.
import { existsSync, readFileSync } from 'node:fs';

const OLDEST = [20, 20];
/** True in the repository, where the commands run as TypeScript. The published package contains their build. */
const SOURCE = existsSync(new URL('../src/options.ts', import.meta.url));
/** Errors with a message for the user. Any other error is a defect and prints its stack. */
const USER_ERRORS = ['UserError', 'ConfigError', 'StartError', 'FolderError'];
const REASONS = {
  ENOSPC: 'cannot be written: the disk is full. Free some space and run the command again',
  EDQUOT: 'cannot be written: the disk quota is used up. Free some space and run the command again',
  EROFS: 'cannot be written: the file system is read-only. Run the command in a writable folder',
  EACCES:
    'cannot be accessed: permission denied. Change its owner or permissions, or choose another location',
  EPERM:
    'cannot be accessed: operation not permitted. Change its owner or permissions, or choose another location',
  ENOENT: 'does not exist. Check the name, or install what is missing',
  ENOTDIR: 'cannot be accessed: a part of its path is a file. Check the path',
  EISDIR: 'is a folder, but must be a file. Check the path',
  EMFILE: 'cannot be opened: too many files are open. Raise the limit (ulimit -n)',
  EADDRINUSE: 'needs an address that another program uses. Stop that program, or choose another port',
};

/**
 * Runs the command named by `process.argv`. If it fails, prints one sentence and exits with 1. `--help` lists the commands,
 * or explains the one before it.
 * @param {string} program the name that users type
 * @param {Record<string, [load: string | (() => Promise<Command>), summary: string]>} commands by name: a loader or the
 *   name of a module of the tools, and a summary in one sentence
 * @typedef {{ main: (args: string[]) => Promise<void>, USAGE?: string }} Command
 */
export async function runCommand(program, commands) {
  const [command = '', ...args] = process.argv.slice(2);
  checkNode();
  if (command === '' || command === '--help' || command === '-h' || command === 'help') {
    process.stdout.write(`${overview(program, commands)}\n`);
    if (command === '') process.exitCode = 1;
    return;
  }
  if (command === '--version') {
    process.stdout.write(
      `${JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version}\n`,
    );
    return;
  }
  try {
    // The project's configuration is TypeScript; in the repository the commands are too.
    (await import('tsx/esm/api')).register();
  } catch {
    refuse('The packages are not installed. Run `npm ci` first.');
  }
  const [load, summary] = (Object.hasOwn(commands, command) && commands[command]) || [];
  if (load === undefined) {
    const { didYouMean } = await import(moduleOf('nearest'));
    const hint = didYouMean(command, Object.keys(commands));
    refuse(
      [`Unknown command "${command}".`, hint, `\`${program} --help\` lists the commands.`]
        .filter((part) => part !== '')
        .join(' '),
    );
  }
  try {
    const { main, USAGE } = typeof load === 'string' ? await import(moduleOf(load)) : await load();
    if (args.includes('--help') || args.includes('-h'))
      process.stdout.write(`${summary}\n\nUsage: ${USAGE ?? `${program} ${command}`}\n`);
    else if (USAGE === undefined && main.length === 0 && args.length > 0)
      refuse(`"${command}" takes no arguments, but got: ${args.join(' ')}`);
    else await main(args);
  } catch (error) {
    refuse(sentenceOf(error, command));
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  refuse(
    `This program needs Node.js ${OLDEST.join('.')} or later, but this is ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org and run the command again.',
  );
}

/** @param {string} name */
const moduleOf = (name) => (SOURCE ? `../src/${name}.ts` : `../dist/${name}.js`);

function overview(program, commands) {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, [, summary]]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    `Usage: ${program} <command> [options]`,
    '',
    ...lines,
    '',
    `\`${program} <command> --help\` explains a command.`,
  ].join('\n');
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Returns a sentence for errors of the user or the system, and a stack for a defect. */
function sentenceOf(error, command) {
  const { name, code, path, syscall, message } = error ?? {};
  if (USER_ERRORS.includes(name)) return message;
  const missing = code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package '([^']+)'/u.exec(message)?.[1];
  if (missing)
    return `"${command}" needs the package ${missing}. To install it: npm install --save-dev ${missing}`;
  // System errors: the code and the path are enough.
  const reason = syscall === undefined ? undefined : REASONS[code];
  if (reason === undefined) return error?.stack ?? String(error);
  return `${syscall.startsWith('spawn ') ? `The program ${path ?? ''}` : (path ?? `"${command}"`)} ${reason} (${code}).`;
}
