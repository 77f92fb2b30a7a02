import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Frame,
  type Page,
} from '@playwright/test';
import { findBrowser } from 'office-addin-tools/testing';

/** The tests' browser; page and pane share one process, so that slowing the page down slows the pane down. */
export function startBrowser(): Promise<Browser> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-site-isolation-trials',
      '--disable-background-networking',
      '--enable-precise-memory-info',
    ],
  });
}

export interface Tab {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** A tab of a new profile: nothing is cached. */
export async function newTab(browser: Browser): Promise<Tab> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'en-US',
    viewport: { width: 1280, height: 760 },
  });
  // The runner of our TypeScript wraps functions in this to keep their names; a page does not know it.
  await context.addInitScript('globalThis.__name = (made) => made;');
  const page = await context.newPage();
  return { context, page, devtools: await context.newCDPSession(page) };
}

/** The pane's frame in the sandbox's page. */
export async function paneFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('[data-testid="pane-frame"]')).contentFrame();
  if (!frame) throw new Error('The sandbox shows no pane.');
  return frame;
}

/** Seconds of the main thread since the tab was opened, the host's page included. */
export async function mainThreadSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}
