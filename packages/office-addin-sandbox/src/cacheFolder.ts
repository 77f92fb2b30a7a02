import { homedir } from 'node:os';
import { join } from 'node:path';

/** Returns the sandbox's folder in the user's cache. It may be deleted at any time. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const root =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : (env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  return join(root, 'office-addin-sandbox');
}
