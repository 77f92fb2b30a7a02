import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from 'office-addin-tools/testing';
import type { Application } from '../../src/contract/api.ts';

/** Office host names, which the strict browser resolves to this machine. */
export const OFFICE_HOSTS: Readonly<Record<Application, string>> = {
  word: 'word-edit.officeapps.live.com',
  excel: 'excel.officeapps.live.com',
  powerpoint: 'powerpoint.officeapps.live.com',
  outlook: 'outlook.office.com',
};

/**
 * Starts a browser with default user settings. Playwright's defaults turn off storage partitioning and the pop-up blocker,
 * which hides the failures that break a sign-in dialog. Uses a real profile, because private windows block third-party
 * storage instead of partitioning it.
 */
export async function strictBrowser(): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'strict-browser-'));
  const rules = Object.values(OFFICE_HOSTS).map((host) => `MAP ${host} 127.0.0.1`);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: true,
    args: [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=${rules.join(',')}`,
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
