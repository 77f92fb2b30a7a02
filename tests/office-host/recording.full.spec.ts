import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScenarioFile, type LogEntry } from 'office-addin-sandbox';
import { expect, expectSignedIn, signInByDialog, test } from '../support/fixtures.ts';

/** Kinds and answers, without the times. Photo and profile may be requested in any order. */
const outline = (log: readonly LogEntry[]) =>
  log.map(({ kind, answer, code, path }) => [kind, answer ?? code, path].join(' ')).toSorted();

test('a recorded session with sso-13005 replays to the same end @full', async ({ open, sandbox, page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  const play = async () => {
    const { frame } = await open('word');
    await expect(frame.getByTestId('sign-in')).toBeVisible();
    await signInByDialog(page, frame);
    await expectSignedIn(frame);
    await expect.poll(() => page.context().pages().length).toBe(1);
    return { text: await frame.locator('body').innerText(), log: outline(await sandbox.log()) };
  };
  await sandbox.scenario('sso-13005');
  const recorded = await play();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('log-export').click(),
  ]);
  const file = join(folder, 'bug.json');
  await download.saveAs(file);
  const scenario = readScenarioFile(file);
  rmSync(folder, { recursive: true });
  expect(scenario).toMatchObject({ getAccessToken: [13005] });

  await sandbox.reset();
  await sandbox.scenario(scenario);
  const replayed = await play();
  expect(replayed).toEqual(recorded);
  expect(replayed.log).toEqual(expect.arrayContaining([expect.stringContaining('getAccessToken 13005')]));
});
