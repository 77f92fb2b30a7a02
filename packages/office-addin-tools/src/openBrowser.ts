import { spawn } from 'node:child_process';

/** Opens the address in the user's browser. False where there is none to open: in CI, over ssh, without a screen. */
export function openBrowser(url: string, env = process.env, platform = process.platform): boolean {
  if (env['CI'] || env['BROWSER'] === 'none') return false;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return false;
  const [command, ...args] = opener(platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => process.stdout.write(`The browser could not be opened; open ${url} by hand.\n`));
  child.unref();
  return true;
}

function opener(platform: NodeJS.Platform, url: string): [string, ...string[]] {
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url.replaceAll('&', '^&')];
  return [platform === 'darwin' ? 'open' : 'xdg-open', url];
}
