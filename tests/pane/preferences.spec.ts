import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';
import { openMenu } from './states.ts';

/** The user's own record, from the pane to the database and back. */
test.use({ settings: { DATABASE_DIR: mkdtempSync(join(tmpdir(), 'preferences-')) } });

test('welcome, language and order are remembered, and can be deleted', async ({ open }) => {
  // Making a database takes a busy machine longer than the pane waits for preferences; the next opening has it.
  await expect(async () => {
    const { frame: opened } = await open();
    await expect(opened.getByTestId('welcome')).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 50_000 });
  const { frame } = await open();
  await frame.getByTestId('welcome-done').click();
  await expect(frame.getByTestId('welcome')).toBeHidden();

  await openMenu({ frame });
  await frame.getByTestId('open-settings').click();
  await frame.getByTestId('language').selectOption('de');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'de');
  await expect(frame.getByTestId('settings')).toContainText('Sprache');
  await frame.getByTestId('settings').getByTestId('sort').selectOption('size_down');
  await expect(frame.getByTestId('saving')).toHaveAttribute('data-state', 'saved');

  await open();
  await expect(frame.locator('html')).toHaveAttribute('lang', 'de');
  await expect(frame.getByTestId('sort')).toHaveValue('size_down');
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  await expect(frame.getByTestId('welcome')).toBeHidden();

  await openMenu({ frame });
  await frame.getByTestId('open-settings').click();
  await frame.getByTestId('delete-settings').click();
  await expect(frame.getByTestId('saving')).toHaveAttribute('data-state', 'deleted');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
});
