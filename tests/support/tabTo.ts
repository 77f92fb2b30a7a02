import type { FrameLocator, Page } from '@playwright/test';

/** Moves the focus to a control with the Tab key. @throws Error if 40 presses do not reach it */
export async function tabTo(page: Page, frame: FrameLocator, testId: string, key = 'Tab'): Promise<void> {
  const target = frame.getByTestId(testId);
  for (let press = 0; press < 40; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key does not reach ${testId}.`);
}
