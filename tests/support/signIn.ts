import type { FrameLocator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Clicks Sign in in the pane and gives the dialog that opens. */
export async function openDialog(page: Page, frame: FrameLocator): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await frame.getByTestId('sign-in').click();
  return opened;
}

/** The whole way: Sign in in the pane, Sign in in the dialog; the provider's pages go on by themselves. */
export async function signInByDialog(page: Page, frame: FrameLocator): Promise<void> {
  const dialog = await openDialog(page, frame);
  await dialog.getByTestId('dialog-sign-in').click();
}

export async function expectSignedIn(frame: FrameLocator): Promise<void> {
  await expect(frame.getByTestId('signed-in-user')).toBeVisible({ timeout: 20_000 });
  // Files, none at all, or none on the first pages.
  await expect(frame.getByTestId(/^(file-item|empty-state|load-more)$/).first()).toBeVisible();
  await expect(frame.getByTestId('progress')).toBeHidden();
  await expect(frame.getByTestId('message')).toBeHidden();
}
