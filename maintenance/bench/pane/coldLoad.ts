import type { Browser } from '@playwright/test';
import { mainThreadSeconds, newTab, paneFrame } from './browser.ts';

/** One load with an empty cache, in milliseconds since the navigation of the pane's frame. */
export interface ColdLoad {
  readonly firstPaint: number;
  /** Office is ready; NaN without office.js. */
  readonly officeReady: number;
  /** The rows of the list are there; NaN for a baseline. */
  readonly usable: number;
  /** Processor time of the main thread, including the host's page. */
  readonly cpu: number;
}

/** @param host URL of the sandbox's page @param done selector in the pane that ends the load */
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
      // Paints are reported with a delay.
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
