import { expect, test } from '../support/fixtures.ts';

/** "Good" begins at 0.1 (web.dev, Cumulative Layout Shift); a pane that is read while it loads has to be calmer. */
const MOST = 0.02;

test('nothing moves while list, photo, preferences and first-run card arrive', async ({ open }) => {
  const { frame } = await open();
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  await expect(frame.locator('main[aria-busy="false"]')).toBeVisible();
  await expect(frame.getByTestId('insert')).toBeVisible();
  const shift = await frame.locator('html').evaluate(
    () =>
      new Promise<number>((tell) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries as unknown as { value: number; hadRecentInput: boolean }[])
            if (!entry.hadRecentInput) sum += entry.value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        // What was buffered is reported in the next task; two frames later everything on the screen is counted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            setTimeout(() => tell(sum));
          }),
        );
      }),
  );
  expect(shift).toBeLessThan(MOST);
});
