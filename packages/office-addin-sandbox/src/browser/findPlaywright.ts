import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserType } from '@playwright/test';
import { UserError } from '../userError.ts';
import { rootArguments } from './browserArguments.ts';
import { findBrowser } from './findBrowser.ts';

const PACKAGES = ['@playwright/test', 'playwright', 'playwright-core'];

/**
 * Returns Chromium of the user's own Playwright.
 * @param folder the user's project
 * @throws UserError that names the package to install
 */
export function findPlaywright(folder: string = process.cwd()): BrowserType {
  const roots = [join(folder, 'package.json'), import.meta.url];
  for (const name of PACKAGES) {
    for (const root of roots) {
      const require = createRequire(root);
      try {
        require.resolve(name);
      } catch {
        continue;
      }
      return (require(name) as { chromium: BrowserType }).chromium;
    }
  }
  throw new UserError(
    'This command needs Playwright. Install it in your project: npm install --save-dev @playwright/test',
  );
}

/**
 * Starts the browser without a window: Playwright's own Chromium, or an installed Chrome, Edge or Chromium.
 * OFFICE_ADDIN_SANDBOX_BROWSER overrides it.
 * @throws UserError if there is none
 */
export async function launchBrowser(chromium: BrowserType, args: readonly string[]): Promise<Browser> {
  const executablePath = chooseBrowser(chromium.executablePath());
  return chromium.launch({
    executablePath,
    args: [...args, '--disable-gpu', ...rootArguments()],
    // The caller closes the browser, so that reports are written first.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** @param own path of Playwright's Chromium, which may not be installed */
export function chooseBrowser(
  own: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string {
  const chosen = env['OFFICE_ADDIN_SANDBOX_BROWSER'];
  const found = chosen || (own !== '' && exists(own) ? own : findBrowser(env, platform, exists));
  if (found && exists(found)) return found;
  throw new UserError(
    chosen
      ? `There is no browser at ${chosen} (OFFICE_ADDIN_SANDBOX_BROWSER).`
      : 'Found no Chrome, Edge or Chromium. Install one, run npx playwright install chromium, or set OFFICE_ADDIN_SANDBOX_BROWSER to its path.',
  );
}
