import type { Frame } from '@playwright/test';
import { expect, readyFrame, test } from './fixtures.ts';

/** Returns the result of one call in the add-in: the token, or the unchanged error code. */
function ask(pane: Frame, options: Record<string, unknown> = {}) {
  return pane.evaluate(
    (given) =>
      Office.auth.getAccessToken(given).then(
        (token) => ({ token: token.split('.').length }),
        (error: { code: unknown; name: string }) => ({ code: error.code, kind: typeof error.code }),
      ),
    options,
  );
}

for (const app of ['word', 'excel', 'powerpoint', 'outlook']) {
  test(`${app}: returns a token, then the error code of the scenario`, async ({ open, host }) => {
    host.sandbox.state.setScenario({ getAccessToken: ['ok', 13005, 50001] });
    const pane = await open(`?app=${app}`);
    expect(await ask(pane)).toEqual({ token: 3 });
    expect(await ask(pane, { allowSignInPrompt: true })).toEqual({ code: 13005, kind: 'number' });
    expect(await ask(pane)).toEqual({ code: 50001, kind: 'number' });
    const log = host.sandbox.state.log.entries.filter(({ kind }) => kind === 'getAccessToken');
    expect(log).toMatchObject([
      { app, answer: 'ok' },
      { answer: 13005, options: { allowSignInPrompt: true } },
      { answer: 50001 },
    ]);
  });
}

test('rejects without a usable code in the scenario for it', async ({ open, host }) => {
  host.sandbox.state.setScenario({ getAccessToken: ['no-code'] });
  const pane = await open('?app=word');
  expect(await ask(pane)).toMatchObject({ kind: 'object' });
});

test('never responds to a call, returns 13008 to the next one, and is reset by a reload', async ({
  open,
  page,
  host,
}) => {
  host.sandbox.state.setScenario({ getAccessToken: ['hang', 'ok'] });
  const pane = await open('?app=excel');
  await pane.evaluate(() => void Office.auth.getAccessToken());
  await expect.poll(() => host.sandbox.state.log.entries.map(({ answer }) => answer)).toContain('hang');
  expect(await ask(pane)).toEqual({ code: 13008, kind: 'number' });
  await page.getByTestId('reload-pane').click();
  expect(await ask(await readyFrame(page))).toEqual({ token: 3 });
});

test('Office asks a signed-out user to sign in if the add-in allows it', async ({ open, page, host }) => {
  host.sandbox.state.setScenario({ signedInToOffice: false });
  const pane = await open('?app=word');
  expect(await ask(pane)).toEqual({ code: 13001, kind: 'number' });

  const cancelled = ask(pane, { allowSignInPrompt: true });
  await page.getByTestId('office-sign-in-cancel').click();
  expect(await cancelled).toEqual({ code: 13002, kind: 'number' });

  const signedIn = ask(pane, { allowSignInPrompt: true });
  await page.getByTestId('office-sign-in').click();
  expect(await signedIn).toEqual({ token: 3 });
  expect(await ask(pane)).toEqual({ token: 3 });
});
