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
 * Returns the path of a browser for the tests: an installed one (BROWSER_PATH, Chrome, Edge, Chromium), else Playwright's
 * Chromium, downloaded if necessary, else Debian's package if this process may install it.
 * @throws UserError that names what to install
 */
export function findBrowser(print: (sentence: string) => void = () => undefined): string {
  const found = installed();
  if (found) return found;
  print('No Chrome, Edge or Chromium found. Downloading Chromium for the tests …');
  const playwright = join(ROOT, 'node_modules/@playwright/test/cli.js');
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  const downloaded = playwrightChromium();
  if (existsSync(downloaded)) return downloaded;
  installOnDebian('chromium');
  const now = installed();
  if (now) return now;
  throw new UserError(
    'The tests need a browser, and the download failed. Install Chrome, Edge or Chromium, or set BROWSER_PATH.',
  );
}

/**
 * Returns Debian's headless shell if it is installed and BROWSER_PATH is not set, else the browser. The shell is the same
 * engine without a user interface; tests take a fifth less time with it.
 */
export function findHeadlessBrowser(): string {
  return !process.env['BROWSER_PATH'] && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : findBrowser();
}

/** Installs the browser and the headless shell if they are missing and can be installed. */
export function installBrowsers(print: (sentence: string) => void): void {
  findBrowser(print);
  if (!existsSync(HEADLESS_SHELL)) installOnDebian('chromium-headless-shell');
}

function installed(): string | undefined {
  const exists = (path: string | undefined) => path !== undefined && path !== '' && existsSync(path);
  const found = [process.env['BROWSER_PATH'], ...defaultPaths()].find(exists);
  return found ?? [playwrightChromium()].find(exists);
}

/** Call only if no other browser is found: loading Playwright takes a third of a second. */
function playwrightChromium(): string {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as { chromium: BrowserType };
  return chromium.executablePath();
}

function defaultPaths(): string[] {
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
