import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { openMenu } from './states.ts';

/** Losing the network, the server or Graph takes nothing off the screen. */

interface Seen {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly sandbox: Sandbox;
}

const PAGE = 100;
const names = (frame: FrameLocator) =>
  frame.getByTestId('file-item').evaluateAll((rows) => rows.map((row) => row.dataset['name']));

/** What reads a list, and how to see that it has been read. */
interface Read {
  readonly act: (seen: Seen) => Promise<unknown>;
  readonly seen: (frame: FrameLocator) => Promise<void>;
}

const reads: Record<string, Read> = {
  'a search': {
    act: async ({ frame }) => {
      await frame.getByTestId('search').fill('budget');
      await frame.getByTestId('search').press('Enter');
    },
    seen: (frame) => expect(frame.getByTestId('file-item').first()).toHaveAttribute('data-name', /budget/i),
  },
  'another tab': {
    act: ({ frame }) => frame.getByTestId('view-recent').click(),
    seen: (frame) => expect(frame.getByTestId('view-recent')).toHaveAttribute('aria-current', 'page'),
  },
  'a folder': {
    act: ({ frame }) => frame.getByTestId('open-folder').last().click(),
    seen: (frame) => expect(frame.getByTestId('breadcrumb')).toBeVisible(),
  },
  'more of the list': {
    act: ({ frame }) => frame.getByTestId('load-more').click(),
    seen: (frame) => expect(frame.getByTestId('insert')).toContainText('1'),
  },
  'a refresh': {
    act: async ({ frame }) => {
      await openMenu({ frame });
      await frame.getByTestId('refresh').click();
    },
    seen: (frame) => expect(frame.getByTestId('message')).toBeHidden(),
  },
  'another order': {
    act: async ({ frame }) => {
      await frame.getByTestId('sort').selectOption('size_down');
    },
    seen: (frame) => expect(frame.getByTestId('sort')).toHaveValue('size_down'),
  },
};

/** A long list with a file selected, and the parts that are loaded when idle. */
async function ready(seen: Seen): Promise<void> {
  await expect(seen.frame.getByTestId('file-item').first()).toBeVisible();
  await openMenu(seen);
  await seen.page.keyboard.press('Escape');
  await seen.frame.locator('[data-testid="file-item"][data-name*="."]').first().click();
  await expect(seen.frame.getByTestId('insert')).toContainText('1');
}

async function expectUnharmed({ frame }: Seen, before: unknown, code: string): Promise<void> {
  await expect(frame.getByTestId('message')).toHaveAttribute('data-code', code, { timeout: 30_000 });
  await expect(frame.locator('main[aria-busy="false"]')).toBeVisible();
  expect(await names(frame)).toEqual(before);
  await expect(frame.getByTestId('insert')).toContainText('1');
}

for (const [what, { act, seen: done }] of Object.entries(reads)) {
  test(`offline, ${what} leaves the list, and is read once the browser is online`, async ({
    open,
    sandbox,
  }) => {
    await sandbox.scenario({ fileCount: 3 * PAGE });
    const seen = { ...(await open()), sandbox };
    const { page, frame } = seen;
    await ready(seen);
    const before = await names(frame);
    await page.context().setOffline(true);
    try {
      await act(seen);
      await expectUnharmed(seen, before, 'network_unreachable');
    } finally {
      await page.context().setOffline(false);
    }
    await expect(frame.getByTestId('message')).toBeHidden();
    await done(frame);
  });
}

const failures = {
  'the server is down': { code: 'network_unreachable', abort: true },
  'Graph is down': { code: 'graph_unavailable', scenario: { graph: [503] } },
  'Graph throttles': { code: 'throttled', scenario: { graph: [{ status: 429, retryAfter: 1 }] } },
} as const;

for (const [what, failure] of Object.entries(failures)) {
  test(`${what}: a search leaves the list and the words, and the list can be used`, async ({
    open,
    sandbox,
  }) => {
    const seen = { ...(await open()), sandbox };
    const { page, frame } = seen;
    await ready(seen);
    const before = await names(frame);
    if ('scenario' in failure) await sandbox.scenario(failure.scenario as never);
    else await page.route('**/api/files*', (route) => route.abort());
    await reads['a search']?.act(seen);
    await expectUnharmed(seen, before, failure.code);
    await expect(frame.getByTestId('search')).toHaveValue('budget');
    await frame.locator('[data-testid="file-item"][data-name*="."]').nth(1).click();
    await expect(frame.getByTestId('insert')).toContainText('2');
    await page.unrouteAll();
    await sandbox.scenario({});
    await frame.getByTestId('message-action').click();
    await expect(frame.getByTestId('message')).toBeHidden();
  });
}
