import type { FrameLocator, Page } from '@playwright/test';
import { problemRow, type ProblemCode } from '../src/contract/catalogue.ts';
import type { NamedScenario } from '../sandbox/scenarios/namedScenario.ts';
import { scenarios } from '../sandbox/scenarios/scenarios.ts';
import { applications, expect, test } from './support/fixtures.ts';
import type { Sandbox } from './support/sandbox.ts';
import { expectSignedIn, openDialog, signInByDialog } from './support/signIn.ts';

/**
 * Every named scenario, in every application: it ends as the catalogue says, and there is a way on from there. That way
 * is the pane's own and the same in each application: the scenarios take turns which one walks it to its end.
 * A row of the catalogue without a scenario fails sandbox/scenarios' own test.
 */
const MAX_CALLS = 6;
/** Longest wait without a word to the user, with some room for a slow machine. */
const A_WORD = { timeout: 25_000 };

interface Seen {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly sandbox: Sandbox;
  /** Whether it is this application's turn to walk on from where the scenario ends. */
  readonly walksOn: boolean;
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

/** After the cause has gone, what the message offers works; another way to sign in works while it is still there. */
async function expectWayOn(seen: Seen, code: ProblemCode) {
  const { page, frame, sandbox } = seen;
  const { action, alternative } = problemRow(code);
  if (action === 'none' && alternative === 'other-source') {
    const opened = page.context().waitForEvent('page');
    await frame.getByTestId('sign-in-another-way').click();
    await (await opened).getByTestId('dialog-sign-in').click();
    return expectSignedIn(frame);
  }
  await sandbox.scenario({});
  if (action === 'retry' || action === 'sign-in') {
    await frame.getByTestId('message-action').or(frame.getByTestId('sign-in')).first().click();
    await expectSignedIn(frame);
  }
}

/** What is met while nobody has clicked: the answers of Office and of the server. */
async function atLaunch(seen: Seen, { code, recovers }: NamedScenario) {
  if (recovers || code === null) {
    await expectSignedIn(seen.frame);
    await expectNoWindow(seen);
    return;
  }
  const row = problemRow(code);
  const reaction = row.atLaunch ?? row.reaction;
  await expectProblem(seen, code, reaction);
  await expectNoWindow(seen);
  if (!seen.walksOn) return;
  const byDialog = reaction === 'fallback' || reaction === 'challenge' || row.second === 'fallback';
  if (!byDialog && code !== 'consent_declined') return expectWayOn(seen, code);
  const dialog = await openDialog(seen.page, seen.frame);
  // That Office's refusal leads to the dialog is what is owed here; what follows in it, dialog-ok tests once.
  if (row.origin === 'office') return expect(dialog.getByTestId('dialog-sign-in')).toBeVisible();
  if (reaction === 'challenge' || code === 'consent_declined') await seen.sandbox.scenario({});
  await dialog.getByTestId('dialog-sign-in').click();
  await expectSignedIn(seen.frame);
}

/** What is met in the dialog, and that a second attempt works after each failure. */
async function inDialog(seen: Seen, { id, code }: NamedScenario) {
  const { page, frame, sandbox } = seen;
  await expect(frame.getByTestId('message')).toBeVisible(A_WORD);
  await expectNoWindow(seen);
  if (id === 'dialog-popups-blocked' || id === 'dialog-ignored') {
    await frame.getByTestId('sign-in').click();
  } else {
    const dialog = await openDialog(page, frame);
    if (id === 'dialog-closed') await dialog.close();
    else await dialog.getByTestId('dialog-sign-in').click();
  }
  if (code === null) return expectSignedIn(frame);
  if (code === 'account_changed') {
    await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', code, A_WORD);
    return;
  }
  await expectProblem(seen, code);
  await expect.poll(() => page.context().pages().length, A_WORD).toBe(1);
  if (!seen.walksOn) return;
  await sandbox.scenario({ getAccessToken: [13005] });
  await signInByDialog(page, frame);
  await expectSignedIn(frame);
}

async function inNestedAppAuth(seen: Seen, { id, code, recovers }: NamedScenario) {
  const { page, frame } = seen;
  if (recovers) return expectSignedIn(frame);
  const prompts = id === 'nested-interaction' || id === 'nested-cancel' || id === 'nested-fails';
  await expectProblem(seen, prompts ? 'nested_interaction_required' : (code ?? 'unexpected'));
  await expectNoWindow(seen);
  if (!prompts && !seen.walksOn) return;
  if (!prompts) await signInByDialog(page, frame);
  else if (id === 'nested-fails') {
    await signInByDialog(page, frame);
  } else await frame.getByTestId('sign-in').click();
  if (id === 'nested-cancel') return expectProblem(seen, 'nested_cancelled');
  await expectSignedIn(frame);
}

for (const [turn, app] of applications.entries()) {
  for (const [index, scenario] of scenarios.entries()) {
    test(`${app}: ${scenario.id}`, async ({ open, sandbox }) => {
      await sandbox.scenario(scenario.id);
      const walksOn = index % applications.length === turn;
      const seen: Seen = { ...(await open(app)), sandbox, walksOn };
      if (scenario.group === 'dialog') await inDialog(seen, scenario);
      else if (scenario.group === 'nested') await inNestedAppAuth(seen, scenario);
      else await atLaunch(seen, scenario);
      expect((await sandbox.log('getAccessToken')).length).toBeLessThanOrEqual(MAX_CALLS);
    });
  }
}
