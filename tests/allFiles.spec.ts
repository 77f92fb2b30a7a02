import { expect, test } from './support/fixtures.ts';

test('5,000 files: the first page at once, the rest to the end, none twice, none lost', async ({
  open,
  sandbox,
}) => {
  test.setTimeout(120_000);
  await sandbox.scenario({ fileCount: 5000 });
  const { frame } = await open('word');
  const items = frame.getByTestId('file-item');
  const more = frame.getByTestId('load-more');
  await expect(items.first()).toBeVisible();
  for (;;) {
    const count = await items.count();
    if ((await more.count()) === 0) break;
    await more.click();
    await expect.poll(() => items.count(), { intervals: [50] }).toBeGreaterThan(count);
  }
  const names = await items.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-name')));
  expect(names).toHaveLength(5000);
  expect(new Set(names).size).toBe(5000);
});
