import { spawn } from 'node:child_process';

/** Opens the address in the default browser. Rejects if the command that opens it is missing. */
export function openBrowser(url: string): Promise<void> {
  const [command, ...args] =
    process.platform === 'win32'
      ? // The first quoted argument of start is a window title; & separates commands in cmd.
        ['cmd.exe', '/c', 'start', '""', url.replaceAll('&', '^&')]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      detached: true,
      windowsVerbatimArguments: true,
    });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
