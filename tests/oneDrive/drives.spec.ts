import type { FrameLocator } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

/** Lists of drives whose responses differ from the documentation, as a user sees them. */

const items = (frame: FrameLocator) => frame.getByTestId('file-item');
const names = (frame: FrameLocator) =>
  items(frame).evaluateAll((all) => all.map((each) => each.dataset['name']));
/** Removes the bidirectional isolates around names. */
const plain = (text: string | null) => (text ?? '').replace(/[\u2066-\u2069]/g, '');

async function search(frame: FrameLocator, text: string): Promise<void> {
  await expect(items(frame).first()).toBeVisible();
  await frame.getByTestId('search').fill(text);
  await frame.getByTestId('search').press('Enter');
}

test('names the actual order if the drive rejects the chosen one', async ({ open, sandbox }) => {
  await sandbox.scenario('drive-order-refused');
  const { frame } = await open();
  await expect(items(frame).first()).toBeVisible();
  await expect(frame.getByTestId('sort-notice')).toHaveCount(0);
  await frame.getByTestId('sort').selectOption('size_down');
  await expect
    .poll(async () => plain(await frame.getByTestId('sort-notice').textContent()))
    .toContain('Name, A to Z');
  // Skips the folders, which come first.
  const files = (await names(frame)).map((name) => name?.toLowerCase()).filter((name) => name?.includes('.'));
  expect(files).toEqual([...files].sort());
});

test(
  'states that the list is unordered if the drive rejects every order',
  { tag: '@full' },
  async ({ open, sandbox }) => {
    await sandbox.scenario('drive-options-refused');
    const { frame } = await open();
    await expect(frame.getByTestId('sort-notice')).toContainText('in no particular order');
    await expect(items(frame).first()).toBeVisible();
  },
);

test('ends a list whose next page links to itself, with an explanation @full', async ({ open, sandbox }) => {
  await sandbox.scenario('drive-next-repeated');
  const { frame } = await open();
  await frame.getByTestId('load-more').click();
  await expect(frame.getByTestId('list-incomplete')).toContainText('couldn’t be loaded');
  await expect(frame.getByTestId('load-more')).toHaveCount(0);
  await expect(items(frame)).toHaveCount(200);
});

test('Load more continues past empty pages', { tag: '@full' }, async ({ open, sandbox }) => {
  await sandbox.scenario('drive-empty-pages');
  const { frame } = await open();
  const more = frame.getByTestId('load-more');
  await expect(more).toBeVisible();
  await expect(frame.getByTestId('empty-state')).toHaveCount(0);
  await expect(async () => {
    if ((await items(frame).count()) === 0) await more.click();
    await expect(items(frame).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test('finds recent files after a page of folders', { tag: '@full' }, async ({ open, sandbox }) => {
  await sandbox.scenario('drive-recent-folders');
  const { frame } = await open();
  await expect(items(frame).first()).toBeVisible();
  await frame.getByTestId('view-recent').click();
  await expect.poll(() => names(frame)).toEqual(['Only file.docx']);
});

test('opens a shortcut and its folders in the drive of its target @full', async ({ open, sandbox }) => {
  await sandbox.scenario('drive-shortcuts');
  const { frame } = await open();
  const row = (name: string) => frame.locator(`[data-testid="file-item"][data-name="${name}"]`);
  await expect(row('Team notebook').getByRole('img', { name: 'Notebook' })).toBeVisible();
  await expect(row('Something new')).not.toContainText('0 bytes');
  await expect(row('Team notebook')).not.toContainText('0 bytes');
  await expect(row('Contract.docx')).not.toContainText('0 bytes');
  await row('Marketing').getByTestId('open-folder').click();
  // Another test may have changed the order for the same user.
  await expect.poll(async () => (await names(frame)).sort()).toEqual(['Campaigns', 'Prices.xlsx']);
  await row('Campaigns').getByTestId('open-folder').click();
  await expect.poll(() => names(frame)).toEqual(['Spring.pptx']);
  const paths = (await sandbox.log('graph')).map(({ path }) => String(path));
  expect(
    paths.filter((path) => /^\/v1\.0\/drives\/b!adele-shared-0\/items\/\w+\/children$/.test(path)),
  ).toHaveLength(2);
});

test(
  'shows a message for a shortcut without access, and keeps the list',
  { tag: '@full' },
  async ({ open, sandbox }) => {
    await sandbox.scenario('drive-shortcut-denied');
    const { frame } = await open();
    await items(frame).first().getByTestId('open-folder').click();
    await expect(frame.getByTestId('message')).toHaveAttribute('data-code', 'access_denied');
  },
);

test('shows the folders of files with the same name', { tag: '@full' }, async ({ open, sandbox }) => {
  await sandbox.scenario('drive-same-names');
  const { frame } = await open();
  await search(frame, 'budget');
  await expect(items(frame)).toHaveCount(5);
  const paths = await frame
    .getByTestId('file-path')
    .evaluateAll((all) => all.map((each) => [each.textContent, each.getAttribute('title')] as const));
  expect(paths.map(([text]) => text)).toEqual(paths.map(([, title]) => title));
  expect(new Set(paths.map(([text]) => text))).toEqual(
    new Set([
      'My files',
      '2026',
      'Projects / Town hall extension',
      'Projects / Green roof study and rainwater management',
      'مشاريع',
    ]),
  );
  await expect(frame.getByRole('row', { name: /Budget\.docx.*Projects \/ Town hall extension/ })).toHaveCount(
    1,
  );
});
