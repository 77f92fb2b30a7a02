import type { FrameLocator } from '@playwright/test';
import { routes } from '../../src/contract/api.ts';
import { expect, test } from '../support/fixtures.ts';

/** "Good" is below 0.1 (web.dev, Cumulative Layout Shift); a pane that people read while it loads needs less. */
const LIMIT = 0.02;

/** Answers that can arrive after the list, each held back until the list and the dock are on the screen. */
for (const late of [routes.preferences, routes.me, routes.photo])
  test(
    `shifts nothing when ${late} answers last`,
    { tag: late === routes.preferences ? [] : ['@full'] },
    async ({ open, page, stack }) => {
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      const url = `${stack.origins.addin}${late}`;
      await page.route(url, async (route) => {
        await released;
        await route.continue();
      });
      const answered = page.waitForResponse(url);
      const { frame } = await open();
      // Without the user, the pane still shows that it is loading.
      if (late !== routes.me) await expect(frame.getByTestId('insert')).toBeVisible();
      release();
      await answered;
      await expect(frame.getByTestId('file-item').first()).toBeVisible();
      await expect(frame.locator('main[aria-busy="false"]')).toBeVisible();
      await expect(frame.getByTestId('insert')).toBeVisible();
      await expect(frame.getByTestId('welcome')).toBeVisible();
      expect(await layoutShift(frame)).toBeLessThan(LIMIT);
      await page.unroute(url);
    },
  );

test('shows its outline before office.js runs, and shifts nothing when the list replaces it', async ({
  open,
  page,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/office.js', async (route) => {
    await released;
    await route.continue();
  });
  const { frame } = await open();
  await expect.poll(() => contentfulPaints(frame)).toBe(1);
  await expect(frame.locator('.outline')).toBeVisible();
  expect(await frame.locator('html').evaluate(() => 'Office' in window)).toBe(false);
  release();
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  await expect(frame.getByTestId('insert')).toBeVisible();
  await expect(frame.locator('.outline')).toHaveCount(0);
  expect(await layoutShift(frame)).toBeLessThan(LIMIT);
  await page.unroute('**/office.js');
});

/** Returns 1 once the pane has painted text, an image or SVG; 0 before. */
function contentfulPaints(frame: FrameLocator): Promise<number> {
  return frame.locator('html').evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/**
 * Returns the sum of all layout shifts of the pane that a user can have seen so far. Chromium also reports the shift from
 * the layout without style sheet, which it computes, but doesn't paint, for a frame of the same process.
 */
function layoutShift(frame: FrameLocator): Promise<number> {
  return frame.locator('html').evaluate(
    () =>
      new Promise<number>((resolve) => {
        const [painted] = performance.getEntriesByName('first-paint');
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries as unknown as Shift[])
            if (!entry.hadRecentInput && entry.startTime >= (painted?.startTime ?? 0)) sum += entry.value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        // Buffered entries arrive in the next task; two frames later everything on the screen is counted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            setTimeout(() => resolve(sum));
          }),
        );
      }),
  );
}
