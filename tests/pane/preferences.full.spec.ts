import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyApplication, expect, test } from '../support/fixtures.ts';
import { languageTags } from '../../src/taskpane/strings/languages.ts';
import { openMenu } from './states.ts';

/** English in a project without translations. */
const chosen = languageTags.at(-1) ?? 'en';

/** Tests saved preferences from the pane to the database and back. */
test.use({ settings: { DATABASE_URL: '', DATABASE_DIR: mkdtempSync(join(tmpdir(), 'preferences-')) } });

test('remembers first-run card, language and format, and deletes them', async ({ open, page }) => {
  test.setTimeout(180_000);
  // The first use creates the database. A pane that opens before that has no preferences.
  await expect(async () => {
    const first = await open();
    await expect(first.frame.getByTestId('welcome')).toBeVisible();
  }).toPass({ timeout: 120_000 });
  const frame = page.frameLocator('[data-testid="pane-frame"]');
  await frame.getByTestId('welcome-done').click();
  await expect(frame.getByTestId('welcome')).toBeHidden();

  await openMenu({ frame });
  await frame.getByTestId('open-settings').click();
  await frame.getByTestId('language').selectOption(chosen);
  await expect(frame.locator('html')).toHaveAttribute('lang', chosen);
  await frame.getByTestId(`format-${anyApplication}`).selectOption('links');
  await expect(frame.getByTestId('saving')).toHaveAttribute('data-state', 'saved');

  await open();
  await expect(frame.locator('html')).toHaveAttribute('lang', chosen);
  await expect(frame.getByTestId('format')).toHaveValue('links');
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  await expect(frame.getByTestId('welcome')).toBeHidden();

  await openMenu({ frame });
  await frame.getByTestId('open-settings').click();
  await frame.getByTestId('delete-settings').click();
  await expect(frame.getByTestId('saving')).toHaveAttribute('data-state', 'deleted');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
});
