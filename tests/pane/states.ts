import type { FrameLocator, Page } from '@playwright/test';
import { problemRow, type MessageKey } from '../../src/contract/catalogue.ts';
import type { ScenarioInput } from 'office-addin-sandbox';
import { listOffers, tabs } from '../../src/taskpane/features/files/place.ts';
import { expect } from '../support/fixtures.ts';
import type { Sandbox } from '../support/sandbox.ts';
import { opensNoDialog, signInByDialog } from '../support/signIn.ts';
import { scenarios, type Scenario } from '../support/scenarios.ts';

export interface Seen {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly sandbox: Sandbox;
}

const offers = { ...listOffers, views: tabs.length > 1 };

/** What can stand in the pane. The tests look at each of them; `npm run screenshots -- --states` takes their pictures. */
export interface State {
  readonly id: string;
  readonly scenario: string | ScenarioInput;
  /** What the list has to offer for it; without it, any list can be so. */
  readonly needs?: keyof typeof offers;
  /** From the opened pane to where the state stands there for good. */
  readonly reach: (seen: Seen) => Promise<void>;
}

const A_WORD = { timeout: 40_000 };
const items = ({ frame }: Seen) => frame.getByTestId('file-item');
const done = ({ frame }: Seen) => expect(frame.locator('main[aria-busy="false"]')).toBeVisible(A_WORD);
const message = ({ frame }: Seen) => expect(frame.getByTestId('message')).toBeVisible(A_WORD);

async function files(seen: Seen): Promise<void> {
  await expect(items(seen).first()).toBeVisible(A_WORD);
  await done(seen);
}

async function choose(seen: Seen, ...rows: number[]): Promise<void> {
  await files(seen);
  for (const row of rows) await items(seen).nth(row).click();
}

async function search(seen: Seen, text: string): Promise<void> {
  await files(seen);
  const box = seen.frame.getByTestId('search');
  await box.fill(text);
  await box.press('Enter');
}

async function insert(seen: Seen): Promise<void> {
  await choose(seen, 1, 3);
  await seen.frame.getByTestId('insert').click();
  await expect(seen.frame.getByTestId('notice')).toHaveAttribute('data-code', 'inserted', A_WORD);
}

export async function openMenu({ frame }: Pick<Seen, 'frame'>): Promise<void> {
  await frame.getByTestId('open-menu').click();
  await expect(frame.getByTestId('open-settings')).toBeVisible();
}

async function openSettings(seen: Seen): Promise<void> {
  await openMenu(seen);
  await seen.frame.getByTestId('open-settings').click();
  await expect(seen.frame.getByTestId('settings')).toBeVisible();
}

const noSso: ScenarioInput = { getAccessToken: [13005] };
const longNames: ScenarioInput = {
  profile: {
    displayName: 'Maximiliana Theodora Schwarzenberg-Liechtenstein von und zu Hohenlohe',
    mail: 'maximiliana.theodora.schwarzenberg-liechtenstein@subsidiary.contoso.example',
  },
  files: Array.from({ length: 12 }, (_, index) => ({
    name: `${index} Minutes of the extraordinary general meeting of the shareholders of the subsidiary in Rotterdam (final, second version).docx`,
    size: 10 ** index,
  })),
};

const inTheJob: readonly State[] = [
  {
    id: 'opening',
    scenario: { graph: ['hang'] },
    reach: ({ frame }) => expect(frame.getByTestId('progress')).toBeVisible(A_WORD),
  },
  { id: 'files', scenario: {}, reach: files },
  { id: 'chosen', scenario: {}, reach: (seen) => choose(seen, 1, 2, 4) },
  { id: 'long-names', scenario: longNames, reach: (seen) => choose(seen, 1) },
  { id: 'hostile-names', scenario: 'hostile-names', reach: files },
  { id: 'inserted', scenario: {}, reach: insert },
  {
    id: 'undone',
    scenario: {},
    async reach(seen) {
      await insert(seen);
      const { frame } = seen;
      const undo = frame.getByTestId('undo');
      // Not every application can take it back.
      if ((await undo.count()) === 0) return;
      await undo.click();
      await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', /^und/, A_WORD);
    },
  },
  {
    id: 'folder',
    scenario: {},
    needs: 'folders',
    async reach(seen) {
      await files(seen);
      await seen.frame.getByTestId('open-folder').last().click();
      await expect(seen.frame.getByTestId('breadcrumb')).toBeVisible();
      await done(seen);
    },
  },
  {
    id: 'found',
    scenario: {},
    needs: 'search',
    async reach(seen) {
      await search(seen, 'budget');
      await expect(items(seen).first()).toHaveAttribute('data-name', /budget/i, A_WORD);
      await done(seen);
    },
  },
  {
    id: 'nothing-found',
    scenario: {},
    needs: 'search',
    async reach(seen) {
      await search(seen, 'nothing is called so');
      await expect(seen.frame.getByTestId('empty-state')).toBeVisible(A_WORD);
    },
  },
  {
    id: 'shared',
    scenario: {},
    needs: 'views',
    async reach(seen) {
      await files(seen);
      await seen.frame.getByTestId('view-shared').click();
      await done(seen);
      await files(seen);
    },
  },
  {
    id: 'empty-drive',
    scenario: 'graph-empty-drive',
    reach: ({ frame }) => expect(frame.getByTestId('empty-state')).toBeVisible(A_WORD),
  },
  { id: 'many-files', scenario: { fileCount: 5000 }, reach: (seen) => choose(seen, 0, 1, 2) },
  {
    id: 'menu',
    scenario: {},
    async reach(seen) {
      await files(seen);
      await openMenu(seen);
    },
  },
  {
    id: 'settings',
    scenario: {},
    async reach(seen) {
      await files(seen);
      await openSettings(seen);
    },
  },
  {
    id: 'trouble-in-the-list',
    scenario: {},
    async reach(seen) {
      await choose(seen, 1, 2);
      await seen.sandbox.scenario({ graph: [503] });
      await openMenu(seen);
      await seen.frame.getByTestId('refresh').click();
      await message(seen);
    },
  },
  {
    id: 'throttled',
    scenario: 'graph-throttled-always',
    reach: message,
  },
  {
    id: 'signed-in-by-dialog',
    scenario: noSso,
    async reach(seen) {
      await message(seen);
      await signInByDialog(seen.page, seen.frame);
      await files(seen);
    },
  },
  {
    id: 'sign-in-window-open',
    scenario: { ...noSso, interactive: true },
    async reach(seen) {
      await message(seen);
      const opened = seen.page.context().waitForEvent('page');
      await seen.frame.getByTestId('sign-in').click();
      await opened;
      await expect(seen.frame.getByTestId('progress')).toBeVisible(A_WORD);
    },
  },
  {
    id: 'signed-out-again',
    scenario: noSso,
    async reach(seen) {
      await message(seen);
      await signInByDialog(seen.page, seen.frame);
      await files(seen);
      await seen.frame.getByTestId('sign-out').click();
      await expect(seen.frame.getByTestId('sign-in')).toBeVisible();
    },
  },
  {
    id: 'details',
    scenario: { graph: [503] },
    async reach(seen) {
      await message(seen);
      await seen.frame.getByTestId('diagnostics').locator('summary').click();
      await expect(seen.frame.getByTestId('diagnostics').locator('dl')).toBeVisible();
    },
  },
];

/** One scenario for each message that stands there after opening the pane, or after Sign in where no window opens. */
function messages(): State[] {
  const states = new Map<MessageKey, State>();
  for (const scenario of scenarios) {
    const { code, id } = scenario;
    if (code === null || scenario.recovers) continue;
    const key = problemRow(code).message;
    if (states.has(key) || !standsByItself(scenario)) continue;
    states.set(key, {
      id: `message-${key}`,
      scenario: scenario.group === 'document' ? withoutCard(scenario) : id,
      reach: (seen) => reachMessage(seen, scenario),
    });
  }
  return [...states.values()];
}

/** The first-run card comes with the user's record; together with a message it leaves hardly a row of the list. */
function withoutCard({ scenario }: Scenario): ScenarioInput {
  return { ...scenario, preferences: [{ code: 'preferences_unavailable' }] };
}

function standsByItself({ group, id, scenario }: Scenario): boolean {
  if (group === 'dialog') return opensNoDialog(scenario);
  return group !== 'nested' && id !== 'graph-no-drive';
}

async function reachMessage(seen: Seen, { group, code }: Scenario): Promise<void> {
  if (group === 'document') {
    await choose(seen, 1);
    await seen.frame.getByTestId('insert').click();
  }
  await message(seen);
  if (group === 'dialog') await seen.frame.getByTestId('sign-in').click();
  await expect(seen.frame.getByTestId('message')).toHaveAttribute('data-code', code ?? '', A_WORD);
  await done(seen);
}

const noDrive: State = { id: 'no-drive', scenario: 'graph-no-drive', reach: message };

export const states: readonly State[] = [...inTheJob, noDrive, ...messages()].filter(
  ({ needs }) => needs === undefined || offers[needs],
);
