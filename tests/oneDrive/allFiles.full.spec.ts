import { expect, test } from '../support/fixtures.ts';

test('shows the first page of 5,000 files immediately, and loads all others exactly once', async ({
  open,
  sandbox,
}) => {
  // For what hangs: 50 pages and 400 scrolls take minutes on a busy machine.
  test.setTimeout(300_000);
  await sandbox.scenario({ fileCount: 5000 });
  const { frame } = await open();
  const items = frame.getByTestId('file-item');
  const more = frame.getByTestId('load-more');
  await expect(items.first()).toBeVisible();
  for (;;) {
    const loaded = (await sandbox.log('graph')).length;
    if ((await more.count()) === 0) break;
    await more.click();
    await expect
      .poll(async () => (await sandbox.log('graph')).length, { intervals: [50] })
      .toBeGreaterThan(loaded);
    await expect(frame.locator('main[aria-busy="false"]')).toBeVisible();
  }
  await expect(frame.getByTestId('file-list')).toHaveAttribute('aria-rowcount', '5000');

  // Only visible rows are in the DOM, so collect them while scrolling through the list.
  const names = new Map<number, string>();
  let most = 0;
  await frame.locator('body').evaluate(() => scrollTo(0, 0));
  for (let at = 0; names.size < 5000 && at < 400; at += 1) {
    const rows = await items.evaluateAll((shown) =>
      shown.map(
        (row) => [Number(row.getAttribute('aria-rowindex')), row.getAttribute('data-name') ?? ''] as const,
      ),
    );
    most = Math.max(most, rows.length);
    for (const [position, name] of rows) names.set(position, name);
    await frame.locator('body').evaluate(
      () =>
        new Promise<void>((done) => {
          scrollBy(0, innerHeight + 900);
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        }),
    );
  }
  expect(names.size).toBe(5000);
  expect(new Set(names.values()).size).toBe(5000);
  expect(most).toBeLessThan(100);
});
