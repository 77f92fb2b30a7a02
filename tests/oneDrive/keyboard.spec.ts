import type { FrameLocator } from '@playwright/test';
import { anyApplication, expect, test, undoes } from '../support/fixtures.ts';
import { tabTo } from '../pane/states.ts';

/** The main job without a pointer: search, folders, selection, format, insert, undo. */

const focused = (frame: FrameLocator) => frame.locator('[role="row"]:focus');
const chosen = (frame: FrameLocator) => frame.locator('[role="row"][aria-selected="true"]');

test('opens a folder, goes back, searches, selects, inserts and undoes by keyboard', async ({
  open,
  page,
  sandbox,
}) => {
  const { frame } = await open();
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  await frame.getByTestId('search').focus();
  await page.keyboard.press('Tab');
  for (let press = 0; press < 10 && (await focused(frame).count()) === 0; press += 1) {
    await page.keyboard.press('Tab');
  }
  // A folder that is not empty, found by typing letters.
  await page.keyboard.type('inv');
  await expect(focused(frame)).toHaveAttribute('data-name', /^Inventory/);
  await page.keyboard.press('Enter');
  await expect(frame.getByTestId('breadcrumb')).toContainText('Inventory');
  await expect(focused(frame)).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await expect(chosen(frame)).toHaveCount(1);

  await tabTo(page, frame, 'search', 'Shift+Tab');
  await page.keyboard.type('budget');
  await page.keyboard.press('Enter');
  await expect(frame.getByTestId('file-item').first()).toHaveAttribute('data-name', /budget/i);
  await tabTo(page, frame, 'format');
  const usual = await frame.getByTestId('format').inputValue();
  await page.keyboard.press('ArrowDown');
  await expect(frame.getByTestId('format')).not.toHaveValue(usual);
  await tabTo(page, frame, 'insert');
  await page.keyboard.press('Enter');
  await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', 'inserted');
  expect((await sandbox.document(anyApplication)).content).not.toEqual([]);
  if (!undoes.has(anyApplication)) return;
  await tabTo(page, frame, 'undo', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', 'undone');
  expect((await sandbox.document(anyApplication)).content).toEqual([]);
});
