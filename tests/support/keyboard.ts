import type { Frame, FrameLocator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Moves the focus to a control with the Tab key. @throws Error if 40 presses do not reach it */
export async function tabTo(page: Page, frame: FrameLocator, testId: string, key = 'Tab'): Promise<void> {
  const target = frame.getByTestId(testId);
  for (let press = 0; press < 40; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key does not reach ${testId}.`);
}

/** Marks the controls that the Tab key must reach, in the browser's tab order. */
function markStops(): string[] {
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
  const menu = document.querySelector('[role="menu"]');
  return [...(menu ?? document).querySelectorAll<HTMLElement>(controls)]
    .filter((each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility())
    .filter((each) => !each.closest('details:not([open]) > :not(summary)'))
    .map((each, index) => {
      each.dataset['stop'] = String(index);
      return each.outerHTML.slice(0, 120);
    });
}

/** Presses the key until the focus leaves the pane. @returns the marks of the focused controls, in order */
async function walk(page: Page, pane: Frame, key: string, maxPresses: number): Promise<string[]> {
  const seen: string[] = [];
  for (let press = 0; press <= maxPresses; press += 1) {
    await page.keyboard.press(key);
    const stop = await pane.evaluate(() => {
      const { activeElement } = document;
      // Fluent's focus guards briefly get the focus when it leaves the pane.
      return activeElement instanceof HTMLElement && !activeElement.matches('body, [data-tabster-dummy]')
        ? (activeElement.dataset['stop'] ?? activeElement.outerHTML.slice(0, 120))
        : null;
    });
    const left = () => page.evaluate(() => document.activeElement?.tagName !== 'IFRAME');
    if (stop === null || stop === seen.at(-1)) {
      // The pane notifies Office with a message.
      await expect.poll(left, `the focus is in Office after ${seen.at(-1)}`).toBe(true);
      return seen;
    }
    seen.push(stop);
  }
  return seen;
}

/** Removes the focus, like a click on text. */
async function focusNothing(page: Page, pane: Frame): Promise<void> {
  await page.getByTestId('pane-frame').focus();
  await pane.evaluate(() => {
    window.focus();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

/**
 * Expects Tab and Shift+Tab to reach each control in order, and the focus to leave the pane only at its ends. Repeats the
 * walk if a control appears during it, such as the first-run card.
 */
export async function expectTabWalk(page: Page, pane: Frame, state: string): Promise<void> {
  await focusNothing(page, pane);
  const stops = await pane.evaluate(markStops);
  const all = stops.map((_html, index) => String(index));
  const ways = { Tab: all, 'Shift+Tab': all.toReversed() };
  for (const [key, expected] of Object.entries(ways)) {
    await focusNothing(page, pane);
    const seen = await walk(page, pane, key, all.length + 2);
    if ((await pane.evaluate(markStops)).length !== stops.length) return expectTabWalk(page, pane, state);
    expect(seen, `${state}, ${key}: ${stops.join('\n')}`).toEqual(expected);
  }
}
