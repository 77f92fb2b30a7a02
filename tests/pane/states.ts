import type { FrameLocator, Page, Frame } from '@playwright/test';
import type { ScenarioInput } from 'office-addin-sandbox';
import { problemRow, type MessageKey } from '../../src/contract/catalogue.ts';
import { listOffers, tabs } from '../../src/taskpane/features/files/filesState.ts';
import type { Application } from '../../src/contract/api.ts';
import {
  anyApplication,
  applications,
  expect,
  opensNoDialog,
  signInByDialog,
  type Sandbox,
} from '../support/fixtures.ts';
import { scenarios, type Scenario } from '../support/scenarios.ts';

export interface OpenPane {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly sandbox: Sandbox;
}

const offers = { ...listOffers, views: tabs.length > 1 };

/** A state of the pane. The accessibility tests check every state; `npm run screenshots -- --states` takes pictures of them. */
export interface State {
  readonly id: string;
  readonly scenario: string | ScenarioInput;
  /** The feature of the list that the state needs. Absent: none. */
  readonly needs?: keyof typeof offers;
  /** The application that never shows the state, which the project may not support. Absent: all show it. */
  readonly notIn?: string;
  /** Brings the open pane into the state and waits until it is stable. */
  readonly reach: (pane: OpenPane) => Promise<void>;
}

const SLOW = { timeout: 40_000 };
const items = ({ frame }: OpenPane) => frame.getByTestId('file-item');
const done = ({ frame }: OpenPane) => expect(frame.locator('main[aria-busy="false"]')).toBeVisible(SLOW);
const message = ({ frame }: OpenPane) => expect(frame.getByTestId('message')).toBeVisible(SLOW);

async function files(pane: OpenPane): Promise<void> {
  await expect(items(pane).first()).toBeVisible(SLOW);
  await done(pane);
}

async function select(pane: OpenPane, ...rows: number[]): Promise<void> {
  await files(pane);
  for (const row of rows) await items(pane).nth(row).click();
}

async function search(pane: OpenPane, text: string): Promise<void> {
  await files(pane);
  const box = pane.frame.getByTestId('search');
  await box.fill(text);
  await box.press('Enter');
}

async function insert(pane: OpenPane): Promise<void> {
  await select(pane, 1, 3);
  await pane.frame.getByTestId('insert').click();
  await expect(pane.frame.getByTestId('notice')).toHaveAttribute('data-code', 'inserted', SLOW);
}

export async function openMenu({ frame }: Pick<OpenPane, 'frame'>): Promise<void> {
  await frame.getByTestId('open-menu').click();
  await expect(frame.getByTestId('open-settings')).toBeVisible();
}

async function openSettings(pane: OpenPane): Promise<void> {
  await openMenu(pane);
  await pane.frame.getByTestId('open-settings').click();
  await expect(pane.frame.getByTestId('settings')).toBeVisible();
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

const taskStates: readonly State[] = [
  {
    id: 'opening',
    scenario: { graph: ['hang'] },
    reach: ({ frame }) => expect(frame.getByTestId('progress')).toBeVisible(SLOW),
  },
  { id: 'files', scenario: {}, reach: files },
  { id: 'selected', scenario: {}, reach: (pane) => select(pane, 1, 2, 4) },
  { id: 'long-names', scenario: longNames, reach: (pane) => select(pane, 1) },
  { id: 'hostile-names', scenario: 'hostile-names', reach: files },
  { id: 'inserted', scenario: {}, reach: insert },
  {
    id: 'undone',
    scenario: {},
    async reach(pane) {
      await insert(pane);
      const { frame } = pane;
      const undo = frame.getByTestId('undo');
      // Not every application supports undo.
      if ((await undo.count()) === 0) return;
      await undo.click();
      await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', /^und/, SLOW);
    },
  },
  {
    id: 'folder',
    scenario: {},
    needs: 'folders',
    async reach(pane) {
      await files(pane);
      await pane.frame.getByTestId('open-folder').last().click();
      await expect(pane.frame.getByTestId('breadcrumb')).toBeVisible();
      await done(pane);
    },
  },
  {
    id: 'found',
    scenario: {},
    needs: 'search',
    async reach(pane) {
      await search(pane, 'budget');
      await expect(items(pane).first()).toHaveAttribute('data-name', /budget/i, SLOW);
      await done(pane);
    },
  },
  {
    id: 'nothing-found',
    scenario: {},
    needs: 'search',
    async reach(pane) {
      await search(pane, 'no file has this name');
      await expect(pane.frame.getByTestId('empty-state')).toBeVisible(SLOW);
    },
  },
  {
    id: 'shared',
    scenario: {},
    needs: 'views',
    async reach(pane) {
      await files(pane);
      await pane.frame.getByTestId('view-shared').click();
      await done(pane);
      await files(pane);
    },
  },
  {
    id: 'empty-drive',
    scenario: 'graph-empty-drive',
    reach: ({ frame }) => expect(frame.getByTestId('empty-state')).toBeVisible(SLOW),
  },
  { id: 'many-files', scenario: { fileCount: 5000 }, reach: (pane) => select(pane, 0, 1, 2) },
  {
    id: 'menu',
    scenario: {},
    async reach(pane) {
      await files(pane);
      await openMenu(pane);
    },
  },
  {
    id: 'settings',
    scenario: {},
    async reach(pane) {
      await files(pane);
      await openSettings(pane);
    },
  },
  {
    id: 'about',
    scenario: {},
    async reach(pane) {
      await files(pane);
      await openMenu(pane);
      await pane.frame.getByTestId('open-about').click();
      await expect(pane.frame.getByTestId('about').locator('dl')).toBeVisible(SLOW);
    },
  },
  {
    id: 'error-above-the-list',
    scenario: {},
    async reach(pane) {
      await select(pane, 1, 2);
      await pane.sandbox.scenario({ graph: [503] });
      await openMenu(pane);
      await pane.frame.getByTestId('refresh').click();
      await message(pane);
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
    async reach(pane) {
      await message(pane);
      await signInByDialog(pane.page, pane.frame);
      await files(pane);
    },
  },
  {
    id: 'sign-in-window-open',
    scenario: { ...noSso, interactive: true },
    async reach(pane) {
      await message(pane);
      const opened = pane.page.context().waitForEvent('page');
      await pane.frame.getByTestId('sign-in').click();
      await opened;
      await expect(pane.frame.getByTestId('progress')).toBeVisible(SLOW);
    },
  },
  {
    id: 'signed-out-again',
    scenario: noSso,
    async reach(pane) {
      await message(pane);
      await signInByDialog(pane.page, pane.frame);
      await files(pane);
      await pane.frame.getByTestId('sign-out').click();
      await expect(pane.frame.getByTestId('sign-in')).toBeVisible();
    },
  },
  {
    id: 'details',
    scenario: { graph: [503] },
    async reach(pane) {
      await message(pane);
      await pane.frame.getByTestId('diagnostics').locator('summary').click();
      await expect(pane.frame.getByTestId('diagnostics').locator('dl')).toBeVisible();
    },
  },
];

/** Returns a state for each message that is reachable without a sign-in window. */
function messageStates(): State[] {
  const states = new Map<MessageKey, State>();
  for (const scenario of scenarios) {
    const { code, input } = scenario;
    if (code === null || scenario.recovers) continue;
    const key = problemRow(code).message;
    if (states.has(key) || !isReachable(scenario)) continue;
    states.set(key, {
      id: `message-${key}`,
      scenario: scenario.group === 'document' ? withoutCard(scenario) : input,
      reach: (pane) => reachMessage(pane, scenario),
      // Outlook reports every document error with the same number.
      ...(scenario.group === 'document' && code !== 'document_failed' ? { notIn: 'outlook' } : {}),
    });
  }
  return [...states.values()];
}

/** Hides the first-run card, because card and message together leave hardly any row of the list visible. */
function withoutCard({ scenario }: Scenario): ScenarioInput {
  return { ...scenario, preferences: [{ code: 'preferences_unavailable' }] };
}

function isReachable({ group, id, scenario }: Scenario): boolean {
  if (group === 'dialog') return opensNoDialog(scenario);
  return group !== 'nested' && id !== 'graph-no-drive';
}

async function reachMessage(pane: OpenPane, { group, code }: Scenario): Promise<void> {
  if (group === 'document') {
    await select(pane, 1);
    await pane.frame.getByTestId('insert').click();
  }
  await message(pane);
  if (group === 'dialog') await pane.frame.getByTestId('sign-in').click();
  await expect(pane.frame.getByTestId('message')).toHaveAttribute('data-code', code ?? '', SLOW);
  await done(pane);
}

const noDrive: State = { id: 'no-drive', scenario: 'graph-no-drive', reach: message };

const applicationsWith = ({ notIn }: State) => applications.filter((app) => app !== notIn);

export const states: readonly State[] = [...taskStates, noDrive, ...messageStates()].filter(
  (state) => (state.needs === undefined || offers[state.needs]) && applicationsWith(state).length > 0,
);

/** Returns the application in which to look at a state. States take turns, so that every application is looked at. */
export function applicationFor(state: State): Application {
  const apps = applicationsWith(state);
  return apps[states.indexOf(state) % apps.length] ?? anyApplication;
}

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
