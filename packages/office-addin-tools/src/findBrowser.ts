import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserType } from '@playwright/test';
import { UserError } from './userError.ts';
import { installOnDebian } from './installOnDebian.ts';
import { ROOT } from './projectFolder.ts';

const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

/**
 * The browser for the tests: one that is there (BROWSER_PATH, Chrome, Edge, Chromium), else Playwright's own, which
 * is fetched; where that cannot be had, Debian's package, when we may install it.
 * @throws UserError with what to install.
 */
export function findBrowser(print: (sentence: string) => void = () => undefined): string {
  const found = installed();
  if (found) return found;
  print('No Chrome, Edge or Chromium found; fetching one for the tests.');
  const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  const fetched = playwrightChromium();
  if (existsSync(fetched)) return fetched;
  installOnDebian('chromium');
  const now = installed();
  if (now) return now;
  throw new UserError(
    'The tests need a browser and none could be fetched. Install Chrome, Edge or Chromium, or name one with BROWSER_PATH.',
  );
}

/**
 * The same engine without a browser's surface, which takes a fifth off what a test costs: Debian's package, where it is
 * installed. Elsewhere, and when BROWSER_PATH names one, the browser.
 */
export function findHeadlessBrowser(): string {
  return !process.env['BROWSER_PATH'] && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : findBrowser();
}

/** Both for the tests, fetched where they are missing and can be had. */
export function installBrowsers(print: (sentence: string) => void): void {
  findBrowser(print);
  if (!existsSync(HEADLESS_SHELL)) installOnDebian('chromium-headless-shell');
}

function installed(): string | undefined {
  const isThere = (place: string | undefined) => place !== undefined && place !== '' && existsSync(place);
  const found = [process.env['BROWSER_PATH'], ...usualPlaces()].find(isThere);
  return found ?? [playwrightChromium()].find(isThere);
}

/** Loads Playwright only where no other browser is found: it takes a third of a second. */
function playwrightChromium(): string {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as { chromium: BrowserType };
  return chromium.executablePath();
}

function usualPlaces(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (at) => at !== undefined,
    );
    return folders.flatMap((at) => [
      join(at, 'Google/Chrome/Application/chrome.exe'),
      join(at, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium-browser'].map(
    (name) => `/usr/bin/${name}`,
  );
}
