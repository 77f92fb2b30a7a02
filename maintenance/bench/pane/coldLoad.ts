import type { Browser } from '@playwright/test';
import { mainThreadSeconds, newTab, paneFrame } from './browser.ts';

/** One load with nothing cached. Milliseconds from the navigation of the pane's frame on. */
export interface ColdLoad {
  readonly firstPaint: number;
  /** office.js has answered; NaN where it is not in the page. */
  readonly officeReady: number;
  /** The rows of the list are there; NaN for a floor. */
  readonly usable: number;
  /** Processor time of the main thread, the host's page included. */
  readonly cpu: number;
}

/** @param host address of the sandbox's page @param done selector of what is waited for in the pane */
export async function coldLoad(
  browser: Browser,
  host: string,
  done: string,
  slowdown: number,
): Promise<ColdLoad> {
  const { context, page, devtools } = await newTab(browser);
  try {
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(`${host}/?app=word`, { waitUntil: 'commit' });
    const frame = await paneFrame(page);
    await frame.waitForSelector(done, { timeout: 60_000 });
    const times = await frame.evaluate(async () => {
      const entryOf = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? -1;
      // A paint is told a moment after it was made.
      while (entryOf('first-contentful-paint') < 0) await new Promise((next) => setTimeout(next, 50));
      return [entryOf('first-contentful-paint'), entryOf('pane-office-ready'), entryOf('pane-usable')];
    });
    const cpu = (await mainThreadSeconds(devtools)) * 1000;
    const [firstPaint = NaN, officeReady = NaN, usable = NaN] = times.map((time) => (time < 0 ? NaN : time));
    return { firstPaint, officeReady, usable, cpu };
  } finally {
    await context.close();
  }
}
