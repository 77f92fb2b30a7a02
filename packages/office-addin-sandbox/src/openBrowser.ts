import { spawn, type SpawnOptions } from 'node:child_process';

/** Opens the address in the default browser. Rejects if the command that opens it is missing. */
export function openBrowser(url: string): Promise<void> {
  const [command, ...args] =
    process.platform === 'win32'
      ? // The first quoted argument of start is a window title; & separates commands in cmd.
        ['cmd.exe', '/c', 'start', '""', url.replaceAll('&', '^&')]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  return startDetached(command, args, { windowsVerbatimArguments: true });
}

/** Starts a program that runs on after this process. Rejects if it can't be started. */
export function startDetached(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'ignore', detached: true });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
