import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../cacheFolder.ts';
import { startDetached } from '../openBrowser.ts';
import { UserError } from '../userError.ts';
import { rootArguments } from './browserArguments.ts';
import { findBrowser } from './findBrowser.ts';

/**
 * Opens the address in an installed Chrome, Edge or Chromium with a separate profile, so that the arguments apply and
 * the user's own profile isn't changed.
 * @throws UserError if there is no such browser
 */
export async function openSandbox(url: string, browserArgs: readonly string[]): Promise<void> {
  const browser = findBrowser();
  if (browser === undefined) {
    throw new UserError(
      'Found no Chrome, Edge or Chromium. Install one, or set OFFICE_ADDIN_SANDBOX_BROWSER to its path.',
    );
  }
  const profile = join(cacheFolder(), 'profile');
  mkdirSync(profile, { recursive: true });
  const args = [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    ...rootArguments(),
    ...browserArgs,
    url,
  ];
  await startDetached(browser, args);
}
