import { spawn } from 'node:child_process';

/** Opens the URL in the user's browser. Returns false if there is no display: in CI, over SSH. */
export function openBrowser(url: string, env = process.env, platform = process.platform): boolean {
  if (env['CI'] || env['BROWSER'] === 'none') return false;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return false;
  const [command, ...args] = opener(platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => process.stdout.write(`The browser could not be opened. Open ${url} yourself.\n`));
  child.unref();
  return true;
}

function opener(platform: NodeJS.Platform, url: string): [string, ...string[]] {
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url.replaceAll('&', '^&')];
  return [platform === 'darwin' ? 'open' : 'xdg-open', url];
}
