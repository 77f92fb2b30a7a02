import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Checks the host page in its states, light and dark, against WCAG 2.2 AA. The pane has its own test. */
const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const ALL_RULES = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** The rules that the dark theme can affect. */
const COLORS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const rules = { light: ALL_RULES, dark: COLORS };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Wanted {
  /** Selector of the part to check. */
  readonly part: string;
  readonly rules: { readonly type: string; readonly values: readonly string[] };
}

async function expectAccessible(page: Page, state: string, wanted: Wanted): Promise<void> {
  // Evaluated by Playwright, because the page's content security policy blocks added scripts.
  await page.evaluate(axe);
  const found = await page.evaluate(async ({ part, rules: runOnly }) => {
    const { axe: run } = window as unknown as {
      axe: { run(part: string, options: object): Promise<{ violations: Violation[] }> };
    };
    // The pane in its frame is a separate page.
    const { violations } = await run.run(part, { runOnly, iframes: false });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html.slice(0, 200)}`,
    );
  }, wanted);
  expect(found, state).toEqual([]);
}

/** Content inserted into Word, as the sandbox stores it. */
const table = {
  kind: 'table',
  values: [
    ['Name', 'Size'],
    ['Plan.docx', '12 kB'],
  ],
  headerRows: 1,
  boldRows: [],
  links: [{ text: 'Plan.docx', address: 'https://files.example/plan', cell: '1,0' }],
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no violations on the host page in ${colorScheme} mode`, async ({ open, page, host }) => {
    await page.emulateMedia({ colorScheme });
    const pane = await open('?app=word&scenario=sso-13005');
    await pane.evaluate(async () => {
      await Office.auth.getAccessToken({}).catch(() => undefined);
    });
    host.sandbox.state.setDocument('word', [table], [table]);
    await expect(page.getByTestId('log-entry')).toHaveCount(2);
    await page.getByTestId('log-entry').first().locator('summary').click();
    await page.getByTestId('compose').getByText('Compose a scenario').click();
    await page.getByTestId('own-scenario').fill('[]');
    await page.getByTestId('own-scenario-run').click();
    await expect(page.getByTestId('own-scenario')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page, 'Word, with everything open', { part: 'html', rules: rules[colorScheme] });

    await page.getByTestId('introduction-read').click();
    await page.getByTestId('scenario-search').fill('graph');
    for (const app of ['excel', 'powerpoint', 'outlook'] as const) {
      await page.getByTestId(`app-${app}`).click();
      await expect(page.getByTestId('document')).toHaveAttribute('data-app', app);
      await expect(page.getByTestId('document')).not.toBeEmpty();
      await expectAccessible(page, app, { part: '#document', rules: rules[colorScheme] });
    }
    await page.setViewportSize({ width: 360, height: 800 });
    const tooWide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(tooWide, 'wider than a narrow window').toBeLessThanOrEqual(0);
  });
}
