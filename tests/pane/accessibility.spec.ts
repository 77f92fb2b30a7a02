import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { chooseLanguage } from '../../src/taskpane/strings/languages.ts';
import { expectTabWalk, tabTo, applicationFor, states } from './states.ts';

/** Checks every state of the pane (states.ts) against WCAG 2.2 AA, in a pane of the minimum width in Office. */
const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectAccessible(page: Page, state: string): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes('taskpane.html'));
  if (!frame) throw new Error('The pane is missing.');
  // Evaluated by Playwright, because the pane's content security policy blocks injected scripts.
  await frame.evaluate(axe);
  const found = await frame.evaluate(async (tags) => {
    const { axe: run } = window as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    // The pane is part of Office's page, which has its own landmarks.
    const rules = { region: { enabled: false } };
    // Excludes Fluent's focus guards, which pass on the focus immediately. An open menu covers the rest of the page.
    const include = document.querySelector('[role="menu"]') ?? document;
    const context = { include, exclude: '[data-tabster-dummy]' };
    const { violations } = await run.run(context, { runOnly: { type: 'tag', values: tags }, rules });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html.slice(0, 200)}`,
    );
  }, RULES);
  expect(found, state).toEqual([]);
}

/** Expects no horizontal scrolling (1.4.10) and targets that are large enough (2.5.8). */
async function expectFits(frame: FrameLocator, state: string): Promise<void> {
  const facts = await frame.locator('html').evaluate((html) => ({
    wide: html.scrollWidth - html.clientWidth,
    small: [...html.querySelectorAll('button, select, input, a')]
      .map((each) => ({ box: each.getBoundingClientRect(), name: each.outerHTML.slice(0, 80) }))
      .filter(({ box }) => box.width > 0 && (box.height < 23.5 || box.width < 23.5))
      .map(({ name }) => name),
  }));
  expect(facts.wide, `${state}: too wide`).toBeLessThanOrEqual(0);
  expect(
    facts.small.filter((name) => !name.startsWith('<a') && !name.includes('type="search"')),
    state,
  ).toEqual([]);
}

/** Each state uses the next language and application, so that all of them are tested. */
const locales = ['en-US', 'ar-SA', 'de-DE', 'th-TH', 'ja-JP', 'pt-BR'].filter(
  (locale) => chooseLanguage(locale).locale === locale,
);

/** In `npm test`: the list. The rest is in `npm run test:all`. */
const quick = new Set(['files']);

for (const [index, state] of states.entries()) {
  const app = applicationFor(state);
  const locale = locales[index % locales.length] ?? 'en-US';
  const tag = quick.has(state.id) ? [] : ['@full'];
  test(`${state.id} is accessible in ${app}, ${locale}`, { tag }, async ({ open, page, sandbox }) => {
    await sandbox.scenario(state.scenario);
    await page.emulateMedia({ colorScheme: 'light' });
    const { frame } = await open(app, `&locale=${locale}`);
    await page.getByTestId('pane-frame').evaluate((element) => {
      (element as HTMLElement).style.cssText = 'width: 320px; height: 570px; flex: none';
    });
    await state.reach({ page, frame, sandbox });
    await expect(frame.locator('html')).toHaveAttribute('dir', locale === 'ar-SA' ? 'rtl' : 'ltr');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(frame.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expectAccessible(page, `${state.id}, ${colorScheme}`);
    }
    await expectFits(frame, 'at 320 pixels');
    const pane = page.frames().find((each) => each.url().includes('taskpane.html'));
    if (pane && state.id !== 'menu') await expectTabWalk(page, pane, state.id);
  });
}

test.afterEach(({ page }) => page.emulateMedia({ colorScheme: null }));

test('shows selection and focus in forced colors', async ({ open, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const { frame } = await open();
  const row = frame.getByTestId('file-item').first();
  await row.click();
  await expect(row).toHaveCSS('outline-style', 'solid');
  await page.emulateMedia({ forcedColors: 'none' });
});

test('changes the theme without transitions if the user asks for reduced motion', async ({ open }) => {
  const { frame } = await open();
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  const moving = await frame.locator('html').evaluate((html) => {
    html.dataset['theme'] = html.dataset['theme'] === 'dark' ? 'light' : 'dark';
    getComputedStyle(html).getPropertyValue('color');
    return document.getAnimations().map((each) => (each as CSSTransition).transitionProperty);
  });
  expect(moving).toEqual([]);
});

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
