import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Frame,
  type Page,
} from '@playwright/test';
import { findBrowser } from 'office-addin-tools/testing';

/** Starts the tests' browser. Page and pane share one process, so that throttling the page throttles the pane. */
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

/** Opens a tab in a new profile, with an empty cache. */
export async function newTab(browser: Browser): Promise<Tab> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'en-US',
    viewport: { width: 1280, height: 760 },
  });
  // tsx wraps functions in `__name` to keep their names. It is not defined in a page.
  await context.addInitScript('globalThis.__name = (made) => made;');
  const page = await context.newPage();
  return { context, page, devtools: await context.newCDPSession(page) };
}

/** Returns the pane's frame in the sandbox's page. */
export async function paneFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('[data-testid="pane-frame"]')).contentFrame();
  if (!frame) throw new Error('The sandbox shows no pane.');
  return frame;
}
