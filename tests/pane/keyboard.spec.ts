import type { FrameLocator } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { tabTo } from '../support/tabTo.ts';

/** A page of the list: many times more rows than are in view. */
const LONG = 100;

const focused = (frame: FrameLocator) => frame.locator('[role="row"]:focus');
const chosen = (frame: FrameLocator) => frame.locator('[role="row"][aria-selected="true"]');

test('ranges, and all of a long list, without a pointer', async ({ open, page, sandbox }) => {
  await sandbox.scenario({ fileCount: LONG });
  const { frame } = await open();
  const first = frame.getByTestId('file-item').first();
  await expect(first).toBeVisible();
  await first.focus();
  await page.keyboard.press('Space');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen(frame)).toHaveCount(5);
  await page.keyboard.press('End');
  await expect(focused(frame)).toHaveAttribute('aria-rowindex', `${LONG}`);
  await page.keyboard.press('Home');
  await expect(focused(frame)).toHaveAttribute('aria-rowindex', '1');
  await page.keyboard.press('Control+a');
  await expect(frame.getByTestId('insert')).toContainText(`${LONG}`);
  await tabTo(page, frame, 'insert');
  await page.keyboard.press('Enter');
  await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', 'inserted');
});
