import type { FrameLocator, Page } from '@playwright/test';
import { expect, test, type Sandbox } from '../support/fixtures.ts';
import { openMenu } from './states.ts';

/** Losing the network, the server, or Graph doesn't clear the screen. */

interface OpenPane {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly sandbox: Sandbox;
}

const PAGE = 100;
const names = (frame: FrameLocator) =>
  frame.getByTestId('file-item').evaluateAll((rows) => rows.map((row) => row.dataset['name']));

/** An action that loads a list, and the check that it has loaded. */
interface Read {
  readonly act: (pane: OpenPane) => Promise<unknown>;
  readonly expectLoaded: (frame: FrameLocator) => Promise<void>;
}

const reads: Record<string, Read> = {
  'a search': {
    act: async ({ frame }) => {
      await frame.getByTestId('search').fill('budget');
      await frame.getByTestId('search').press('Enter');
    },
    expectLoaded: (frame) =>
      expect(frame.getByTestId('file-item').first()).toHaveAttribute('data-name', /budget/i),
  },
  'another tab': {
    act: ({ frame }) => frame.getByTestId('view-recent').click(),
    expectLoaded: (frame) => expect(frame.getByTestId('view-recent')).toHaveAttribute('aria-current', 'page'),
  },
  'a folder': {
    act: ({ frame }) => frame.getByTestId('open-folder').last().click(),
    expectLoaded: (frame) => expect(frame.getByTestId('breadcrumb')).toBeVisible(),
  },
  'more of the list': {
    act: ({ frame }) => frame.getByTestId('load-more').click(),
    expectLoaded: (frame) => expect(frame.getByTestId('insert')).toContainText('1'),
  },
  'a refresh': {
    act: async ({ frame }) => {
      await openMenu({ frame });
      await frame.getByTestId('refresh').click();
    },
    expectLoaded: (frame) => expect(frame.getByTestId('message')).toBeHidden(),
  },
  'another order': {
    act: async ({ frame }) => {
      await frame.getByTestId('sort').selectOption('size_down');
    },
    expectLoaded: (frame) => expect(frame.getByTestId('sort')).toHaveValue('size_down'),
  },
};

/** Waits for the list and the parts that load when idle, and selects a file. */
async function prepare(pane: OpenPane): Promise<void> {
  await expect(pane.frame.getByTestId('file-item').first()).toBeVisible();
  await openMenu(pane);
  await pane.page.keyboard.press('Escape');
  await pane.frame.locator('[data-testid="file-item"][data-name*="."]').first().click();
  await expect(pane.frame.getByTestId('insert')).toContainText('1');
}

async function expectUnchanged({ frame }: OpenPane, before: unknown, code: string): Promise<void> {
  await expect(frame.getByTestId('message')).toHaveAttribute('data-code', code, { timeout: 30_000 });
  await expect(frame.locator('main[aria-busy="false"]')).toBeVisible();
  expect(await names(frame)).toEqual(before);
  await expect(frame.getByTestId('insert')).toContainText('1');
}

for (const [what, { act, expectLoaded }] of Object.entries(reads)) {
  // In `npm test`: one read.
  const details = { tag: what === 'a search' ? [] : ['@full'] };
  test(
    `${what} keeps the list while offline and loads when the browser is online`,
    details,
    async ({ open, sandbox }) => {
      await sandbox.scenario({ fileCount: 3 * PAGE });
      const pane = { ...(await open()), sandbox };
      const { page, frame } = pane;
      await prepare(pane);
      const before = await names(frame);
      await page.context().setOffline(true);
      try {
        await act(pane);
        await expectUnchanged(pane, before, 'network_unreachable');
      } finally {
        await page.context().setOffline(false);
      }
      await expect(frame.getByTestId('message')).toBeHidden();
      await expectLoaded(frame);
    },
  );
}

const failures = {
  'the server is down': { code: 'network_unreachable', abort: true },
  'Graph is down': { code: 'graph_unavailable', scenario: { graph: [503] } },
  'Graph throttles requests': { code: 'throttled', scenario: { graph: [{ status: 429, retryAfter: 1 }] } },
} as const;

for (const [what, failure] of Object.entries(failures)) {
  test(
    `a search keeps the list and the search text when ${what}`,
    { tag: '@full' },
    async ({ open, sandbox }) => {
      const pane = { ...(await open()), sandbox };
      const { page, frame } = pane;
      await prepare(pane);
      const before = await names(frame);
      if ('scenario' in failure) await sandbox.scenario(failure.scenario as never);
      else await page.route('**/api/files*', (route) => route.abort());
      await reads['a search']?.act(pane);
      await expectUnchanged(pane, before, failure.code);
      await expect(frame.getByTestId('search')).toHaveValue('budget');
      await frame.locator('[data-testid="file-item"][data-name*="."]').nth(1).click();
      await expect(frame.getByTestId('insert')).toContainText('2');
      await page.unrouteAll();
      await sandbox.scenario({});
      await frame.getByTestId('message-action').click();
      await expect(frame.getByTestId('message')).toBeHidden();
    },
  );
}

test(
  'waits for the messages before it shows that the sign-in failed',
  { tag: '@full' },
  async ({ open, page, sandbox }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/later.*.js', async (route) => {
      await released;
      await route.continue();
    });
    await sandbox.scenario({ getAccessToken: [13005] });
    const { frame } = await open();
    await expect.poll(() => sandbox.log('getAccessToken')).toHaveLength(1);
    await expect(frame.locator('.outline')).toBeVisible();
    await expect(frame.getByTestId('message')).toHaveCount(0);
    release();
    await expect(frame.getByTestId('message')).toHaveAttribute('data-reaction', 'fallback');
    await page.unroute('**/later.*.js');
  },
);
