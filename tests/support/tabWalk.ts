import type { Frame, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Marks each control that the Tab key has to lead to, in its order, as the browser itself finds them. */
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

/** Presses the key until Office has the focus. @returns the marks of what had it before, in order */
async function walk(page: Page, pane: Frame, key: string, most: number): Promise<string[]> {
  const seen: string[] = [];
  for (let press = 0; press <= most; press += 1) {
    await page.keyboard.press(key);
    const stop = await pane.evaluate(() => {
      const { activeElement } = document;
      // Fluent's markers at the ends get the focus for the moment in which it leaves.
      return activeElement instanceof HTMLElement && !activeElement.matches('body, [data-tabster-dummy]')
        ? (activeElement.dataset['stop'] ?? activeElement.outerHTML.slice(0, 120))
        : null;
    });
    const left = () => page.evaluate(() => document.activeElement?.tagName !== 'IFRAME');
    if (stop === null || stop === seen.at(-1)) {
      // Office hears of it by a message.
      await expect.poll(left, `the focus is in Office after ${seen.at(-1)}`).toBe(true);
      return seen;
    }
    seen.push(stop);
  }
  return seen;
}

/** Nothing has the focus, as after a click on text. */
async function focusNothing(page: Page, pane: Frame): Promise<void> {
  await page.getByTestId('pane-frame').focus();
  await pane.evaluate(() => {
    window.focus();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

/**
 * Each control is reached by Tab and by Shift+Tab, in order, and the focus leaves the pane only at its ends. What arrives during
 * the walk, as the first-run card does, adds a stop: then it is walked again.
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
