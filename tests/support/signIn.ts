import type { FrameLocator, Page } from '@playwright/test';
import type { ScenarioInput } from 'office-addin-sandbox';
import { expect } from './fixtures.ts';

/** Clicks Sign in in the pane, and returns the dialog that opens. */
export async function openDialog(page: Page, frame: FrameLocator): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await frame.getByTestId('sign-in').click();
  return opened;
}

/** Signs in through the dialog. It opens the sign-in window, whose pages continue without a click. */
export async function signInByDialog(page: Page, frame: FrameLocator): Promise<void> {
  await openDialog(page, frame);
}

export async function expectSignedIn(frame: FrameLocator): Promise<void> {
  await expect(frame.getByTestId('signed-in-user')).toBeVisible({ timeout: 20_000 });
  // The list has files, is empty, or is empty on its first pages.
  await expect(frame.getByTestId(/^(file-item|empty-state|load-more)$/).first()).toBeVisible();
  await expect(frame.getByTestId('progress')).toBeHidden();
  await expect(frame.getByTestId('message')).toBeHidden();
}

/** Returns whether Office or the browser blocks the dialog, so that Sign in opens no window. */
export function opensNoDialog({ popups, dialog }: ScenarioInput): boolean {
  const [first, second = first] = dialog ?? [];
  const refused = typeof second === 'number' || second === 'hang';
  return popups === 'block' || popups === 'ignore' || refused;
}
