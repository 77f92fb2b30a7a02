import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from '@playwright/test';
import { anyApplication, applications, expect, test } from '../support/fixtures.ts';
import { expectTabWalk } from '../support/tabWalk.ts';
import { states } from './states.ts';

/** Every state of the pane (states.ts) against the rules of WCAG 2.2 AA, in a pane as narrow as Office makes it. */
const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectAccessible(page: Page, state: string): Promise<void> {
  const frame = page.frames().find((each) => each.url().includes('taskpane.html'));
  if (!frame) throw new Error('The pane is not there.');
  // Evaluated from outside, because the pane's content security policy lets no script in.
  await frame.evaluate(axe);
  const found = await frame.evaluate(async (tags) => {
    const { axe: run } = window as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    // The pane is a part of Office's page: landmarks and headings of the whole page are not its own.
    const rules = { region: { enabled: false } };
    // Fluent's focus management puts them around a menu: they send the focus on at once, so that nobody meets them.
    // An open menu lies over the rest, which can be reached once it is closed.
    const include = document.querySelector('[role="menu"]') ?? document;
    const context = { include, exclude: '[data-tabster-dummy]' };
    const { violations } = await run.run(context, { runOnly: { type: 'tag', values: tags }, rules });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html.slice(0, 200)}`,
    );
  }, RULES);
  expect(found, state).toEqual([]);
}

/** Nothing is cut off or has to be scrolled sideways (1.4.10), and targets are large enough to hit (2.5.8). */
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

/** Each state in both themes, the states in one language and application after the other: all that there is comes by. */
const locales = ['en-US', 'ar-SA', 'de-DE', 'th-TH', 'ja-JP', 'pt-BR'];

/** In `npm test`: one of each part of the pane. The rest is in `npm run test:all`. */
const quick = new Set(['files', 'inserted', 'menu', 'settings', 'signed-out-again', 'details']);

for (const [index, state] of states.entries()) {
  const app = applications[index % applications.length] ?? anyApplication;
  const locale = locales[index % locales.length] ?? 'en-US';
  const tag = quick.has(state.id) ? [] : ['@full'];
  test(`${state.id} in ${app}, ${locale}`, { tag }, async ({ open, page, sandbox }) => {
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

test('in forced colours, what is chosen and what has the focus can be seen', async ({ open, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const { frame } = await open();
  const row = frame.getByTestId('file-item').first();
  await row.click();
  await expect(row).toHaveCSS('outline-style', 'solid');
  await page.emulateMedia({ forcedColors: 'none' });
});
