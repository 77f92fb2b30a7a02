import type { FrameLocator, Page } from '@playwright/test';
import { problemRow, type ProblemCode } from '../src/contract/catalogue.ts';
import {
  applications,
  expect,
  test,
  opensNoDialog,
  expectSignedIn,
  openDialog,
  signInByDialog,
  signInByWindow,
  type Sandbox,
} from './support/fixtures.ts';
import type { Application } from '../src/contract/api.ts';
import { openMenu } from './pane/states.ts';
import { scenarios, type Scenario } from './support/scenarios.ts';

/**
 * Every named scenario ends as the catalogue specifies, and the pane recovers from it. `npm test` runs one
 * scenario of each source and problem, in one of the applications, and one recovery of each kind. `npm run test:all` runs the
 * others, in all applications. src/contract/contract.test.ts fails for a catalogue row without a scenario.
 */
const MAX_CALLS = 6;
/** Maximum time without feedback to the user, with a margin for a slow machine. */
const A_WORD = { timeout: 35_000 };

interface Seen {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly sandbox: Sandbox;
  /** Whether the test continues after the failure, until the list is on the screen. */
  readonly testsRecovery: boolean;
}

async function expectProblem(
  { frame }: Seen,
  code: ProblemCode,
  reaction: string = problemRow(code).reaction,
) {
  const message = frame.getByTestId('message');
  await expect(message).toHaveAttribute('data-code', code, A_WORD);
  await expect(message).toHaveAttribute('data-reaction', reaction);
  await expect(frame.getByTestId('progress')).toBeHidden();
}

async function expectNoWindow({ page, sandbox }: Seen) {
  expect(page.context().pages()).toHaveLength(1);
  expect(await sandbox.log('dialog')).toEqual([]);
}

/** Expects the message's main button to work after the cause is gone, and the other sign-in method even before that. */
async function expectWayOn(seen: Seen, code: ProblemCode) {
  const { frame, sandbox } = seen;
  const { action, alternative } = problemRow(code);
  if (action === 'none' && alternative === 'other-source') {
    await frame.getByTestId('sign-in-another-way').click();
    return expectSignedIn(frame);
  }
  await sandbox.scenario({});
  if (action === 'retry' || action === 'sign-in') {
    await frame.getByTestId('message-action').or(frame.getByTestId('sign-in')).first().click();
    await expectSignedIn(frame);
  }
}

/** Problems that occur without a click: errors from Office and from the server. */
async function atLaunch(seen: Seen, { code, recovers, scenario }: Scenario) {
  if (recovers || code === null) {
    await expectSignedIn(seen.frame);
    await expectNoWindow(seen);
    return;
  }
  const row = problemRow(code);
  const reaction = row.atLaunch ?? row.reaction;
  await expectProblem(seen, code, reaction);
  await expectNoWindow(seen);
  if (!seen.testsRecovery) return;
  if (scenario.network === 'offline') {
    // Back online, the pane retries without a click.
    await seen.sandbox.scenario({});
    return expectSignedIn(seen.frame);
  }
  const byDialog = reaction === 'fallback' || reaction === 'challenge' || row.second === 'fallback';
  if (!byDialog && code !== 'consent_declined') return expectWayOn(seen, code);
  if (reaction === 'challenge' || code === 'consent_declined') await seen.sandbox.scenario({});
  await signInByDialog(seen.page, seen.frame);
  await expectSignedIn(seen.frame);
}

/** Problems in the dialog. A second attempt works after each failure. */
async function inDialog(seen: Seen, { id, code, scenario }: Scenario) {
  const { page, frame, sandbox } = seen;
  await expect(frame.getByTestId('message')).toBeVisible(A_WORD);
  await expectNoWindow(seen);
  if (opensNoDialog(scenario)) await frame.getByTestId('sign-in').click();
  else {
    const dialog = await openDialog(page, frame);
    if (id === 'dialog-closed') await dialog.close();
    if (scenario.popups === 'click') await dialog.getByTestId('dialog-sign-in').click();
  }
  if (code === null) return expectSignedIn(frame);
  if (code === 'account_changed') {
    await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', code, A_WORD);
    return;
  }
  await expectProblem(seen, code);
  // A sign-in window that waits for the user stays open: the provider's COOP has cut it off.
  if (!scenario.interactive) await expect.poll(() => page.context().pages().length, A_WORD).toBe(1);
  for (const other of page.context().pages()) if (other !== page) await other.close();
  if (!seen.testsRecovery) return;
  await sandbox.scenario({ getAccessToken: [13005] });
  if (problemRow(code).action === 'none') return;
  await signInByDialog(page, frame);
  await expectSignedIn(frame);
}

async function inNestedAppAuth(seen: Seen, { id, code, recovers }: Scenario) {
  const { page, frame } = seen;
  if (recovers) {
    await expectSignedIn(frame);
    return expectNoWindow(seen);
  }
  const inWindow = id === 'nested-web-signed-out';
  const prompts = inWindow || id === 'nested-interaction' || id === 'nested-cancel' || id === 'nested-fails';
  await expectProblem(seen, prompts ? 'nested_interaction_required' : (code ?? 'unexpected'));
  await expectNoWindow(seen);
  if (!prompts && !seen.testsRecovery) return;
  if (code === 'nested_no_network') await frame.getByTestId('sign-in-another-way').click();
  else if (!prompts) await signInByDialog(page, frame);
  else if (id === 'nested-fails') {
    await signInByDialog(page, frame);
  } else if (inWindow) await signInByWindow(page, frame);
  else await frame.getByTestId('sign-in').click();
  if (id === 'nested-cancel') {
    await expectProblem(seen, 'nested_cancelled');
    await frame.getByTestId('sign-in-another-way').click();
  }
  await expectSignedIn(frame);
}

/** The settings page shows no message; its status line shows the result of saving. */
async function inSettings(seen: Seen, { code }: Scenario) {
  const { frame, sandbox } = seen;
  await expectSignedIn(frame);
  await openMenu({ frame });
  await frame.getByTestId('open-settings').click();
  await frame.getByTestId(`format-${applications[0]}`).selectOption('links');
  const answers = async () => (await sandbox.log('server')).map(({ answer }) => answer);
  await expect.poll(answers, A_WORD).toContain(code);
  if (code !== 'preferences_unavailable') return;
  await expect(frame.getByTestId('saving')).toHaveAttribute('data-state', 'failed', A_WORD);
}

/** Outlook reports with one number what the other applications report with different texts. */
async function inDocument(seen: Seen, app: Application, { code }: Scenario) {
  const { frame, sandbox } = seen;
  await expectSignedIn(frame);
  await frame.getByTestId('file-item').last().click();
  await frame.getByTestId('insert').click();
  await expectProblem(seen, app === 'outlook' ? 'document_failed' : (code ?? 'unexpected'));
  await sandbox.scenario({});
  await frame.getByTestId('insert').click();
  await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', 'inserted', A_WORD);
}

/** Failures of one kind offer the user the same next step in the same place. */
function recoveryKind({ group, code }: Scenario): string {
  if (code === null) return group;
  const { reaction, atLaunch, action, alternative } = problemRow(code);
  const place = group === 'dialog' || group === 'nested' || group === 'document' ? group : 'start';
  return [place, atLaunch ?? reaction, action, alternative].join();
}

const ends = new Set<string>();
const kinds = new Set<string>();

/** What `npm test` runs of each scenario, and in which application. */
const plans = scenarios.map((scenario, index) => {
  const end = [scenario.group, scenario.code, scenario.recovers].join();
  const kind = recoveryKind(scenario);
  const isQuick = !ends.has(end);
  const fails = scenario.code !== null && !scenario.recovers;
  const testsRecovery = isQuick && fails && !kinds.has(kind);
  ends.add(end);
  if (testsRecovery) kinds.add(kind);
  const app = applications[Math.floor((index * applications.length) / scenarios.length)];
  return { scenario, app, isQuick, fails, testsRecovery };
});

// One application after the other, because consecutive tests of a worker share the host page of an application.
for (const app of applications) {
  for (const { scenario, app: own, isQuick, fails, testsRecovery } of plans) {
    const isTurn = app === own;
    run(app, scenario, isTurn && testsRecovery, isTurn && isQuick ? [] : ['@full']);
    if (isTurn && fails && !testsRecovery) run(app, scenario, true, ['@full']);
  }
}

function run(app: Application, scenario: Scenario, testsRecovery: boolean, tag: string[]): void {
  const title = `${app}: ${scenario.id}${testsRecovery ? ', and recovers' : ''}`;
  test(title, { tag }, async ({ open, sandbox }) => {
    await sandbox.scenario(scenario.input);
    const seen: Seen = { ...(await open(app)), sandbox, testsRecovery };
    if (scenario.group === 'dialog') await inDialog(seen, scenario);
    else if (scenario.group === 'document') await inDocument(seen, app, scenario);
    else if (scenario.scenario.preferences) await inSettings(seen, scenario);
    else if (scenario.group === 'nested') await inNestedAppAuth(seen, scenario);
    else await atLaunch(seen, scenario);
    expect((await sandbox.log('getAccessToken')).length).toBeLessThanOrEqual(MAX_CALLS);
  });
}
