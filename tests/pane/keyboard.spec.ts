import type { FrameLocator } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { tabTo } from '../support/keyboard.ts';

/** One page of the list, with many more rows than are in view. */
const ROWS = 100;

const focused = (frame: FrameLocator) => frame.locator('[role="row"]:focus');
const selected = (frame: FrameLocator) => frame.locator('[role="row"][aria-selected="true"]');

test('selects ranges and all of a long list with the keyboard', async ({ open, page, sandbox }) => {
  await sandbox.scenario({ fileCount: ROWS });
  const { frame } = await open();
  const first = frame.getByTestId('file-item').first();
  await expect(first).toBeVisible();
  await first.focus();
  await page.keyboard.press('Space');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(selected(frame)).toHaveCount(5);
  await page.keyboard.press('End');
  await expect(focused(frame)).toHaveAttribute('aria-rowindex', `${ROWS}`);
  await page.keyboard.press('Home');
  await expect(focused(frame)).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('Control+a');
  await expect(frame.getByTestId('insert')).toContainText(`${ROWS}`);
  await tabTo(page, frame, 'insert');
  await page.keyboard.press('Enter');
  await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', 'inserted');
});
