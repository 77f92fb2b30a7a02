// Plain JavaScript: it has to print a clear sentence on a Node.js that is too old for anything else.
import { existsSync, readFileSync } from 'node:fs';

const OLDEST = [20, 20];
/** In the repository the commands run as TypeScript; the published package has their build. */
const SOURCE = existsSync(new URL('../src/options.ts', import.meta.url));
/** Errors whose message is written for the user; any other error is a defect and prints its stack. */
const USER_ERRORS = ['UserError', 'ConfigError', 'StartError', 'FolderError'];
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
 * Runs the command that the process was started with, and exits with 1 and one sentence when it fails. `--help` lists the
 * commands, or explains the one before it.
 * @param {string} program how the user calls it
 * @param {Record<string, [load: string | (() => Promise<Command>), summary: string]>} commands by name: how each is
 *   loaded (a name is a module of the tools), and what it does in one sentence
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
    // TypeScript: the project's configuration, and in the repository the commands.
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
      refuse(`"${command}" takes no arguments, and was given ${args.join(' ')}.`);
    else await main(args);
  } catch (error) {
    refuse(sentenceOf(error, command));
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  refuse(
    `This program needs Node.js ${OLDEST.join('.')} or newer and this is ${process.versions.node}. ` +
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

/** Returns a sentence for what the user or the machine can cause, a stack for a defect. */
function sentenceOf(error, command) {
  const { name, code, path, syscall, message } = error ?? {};
  if (USER_ERRORS.includes(name)) return message;
  const missing = code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package '([^']+)'/u.exec(message)?.[1];
  if (missing)
    return `"${command}" needs the package ${missing}, which is not installed: npm install --save-dev ${missing}`;
  // Code and path of the system's errors say all that there is to say.
  const reason = syscall === undefined ? undefined : REASONS[code];
  if (reason === undefined) return error?.stack ?? String(error);
  return `${syscall.startsWith('spawn ') ? `The program ${path ?? ''}` : (path ?? `"${command}"`)} ${reason} (${code}).`;
}
