import { expect, readyFrame, test } from './fixtures.ts';

const params = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('the address puts a scenario in force before the pane is loaded', async ({ open, page, host }) => {
  await open('?app=outlook&scenario=sso-13005&theme=dark&width=320&locale=de-DE');
  expect(host.sandbox.state.scenarioId).toBe('sso-13005');
  await expect(page.getByTestId('scenario-title')).toContainText('13005');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect((await page.getByTestId('pane-frame').boundingBox())?.width).toBe(320);
  expect(params(page.url())).toEqual({
    app: 'outlook',
    scenario: 'sso-13005',
    theme: 'dark',
    width: '320',
    locale: 'de-DE',
  });
});

test('without one in the address the scenario in force stays, also when it is composed', async ({
  open,
  page,
  host,
}) => {
  host.sandbox.state.setScenario({ user: 'megan', getAccessToken: [13012] });
  await open('?app=word');
  expect(host.sandbox.state.scenario).toMatchObject({ user: 'megan', getAccessToken: [13012] });
  await expect(page.getByTestId('user')).toHaveValue('megan');
  await expect(page.getByTestId('scenario-title')).toHaveText('A scenario without a name');
  expect(params(page.url())).toEqual({ app: 'word' });
});

test('a change from outside shows in the panel and leaves the pane alone', async ({ open, page, host }) => {
  const pane = await open('?app=word&scenario=sso-13005');
  await pane.evaluate(() => document.body.append('still the same page'));
  await page.request.put(`${host.origins.office}/__sandbox/scenario`, { data: { id: 'sso-13012' } });
  await expect(page.getByTestId('scenario-title')).toContainText('13012');
  expect(params(page.url())['scenario']).toBe('sso-13012');
  expect(await pane.locator('body').textContent()).toContain('still the same page');
});

test('a scenario is found by typing and chosen by keyboard; the pane is loaded anew', async ({
  open,
  page,
  host,
}) => {
  const pane = await open('?app=excel');
  await pane.evaluate(() => document.body.append('old page'));
  await page.getByTestId('scenario-search').fill('13005');
  await expect(page.getByTestId('scenario-option').first()).toHaveAttribute('data-id', 'sso-13005');
  await page.getByTestId('scenario-search').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => host.sandbox.state.scenarioId).toBe('sso-13005');
  await expect(page.getByTestId('pane-frame').contentFrame().getByText('old page')).toBeHidden();
  await expect(page.getByTestId('scenario-expected')).not.toBeEmpty();
  expect(params(page.url())).toEqual({ app: 'excel', scenario: 'sso-13005' });
});

test('user and session lie over the chosen scenario, and the link brings both back', async ({
  open,
  page,
  host,
}) => {
  await open('?app=word&scenario=sso-13005');
  await page.getByTestId('user').selectOption('lee');
  await expect.poll(() => host.sandbox.state.scenario.user).toBe('lee');
  await page.getByTestId('signed-in-to-office').uncheck();
  const wanted = { user: 'lee', signedInToOffice: false, getAccessToken: [13005] };
  await expect.poll(() => host.sandbox.state.scenario).toMatchObject(wanted);
  await expect
    .poll(() => params(page.url()))
    .toEqual({
      app: 'word',
      scenario: 'sso-13005',
      user: 'lee',
      signedIn: 'false',
    });
  await expect(page.getByTestId('scenario-title')).toContainText('13005');

  const link = page.url();
  await page.goto('about:blank');
  host.sandbox.state.reset();
  await page.goto(link);
  await readyFrame(page);
  expect(host.sandbox.state.scenario).toMatchObject(wanted);
});

test('what is said on the wire appears as lines, also after the page is loaded anew', async ({
  open,
  page,
}) => {
  const pane = await open('?app=word');
  await pane.evaluate(() => Office.auth.getAccessToken({ forMSGraphAccess: true }));
  const line = page.getByTestId('log-entry');
  await expect(line).toContainText(['getAccessToken (forMSGraphAccess)']);
  await page.reload();
  await expect(line).toHaveCount(1);
  await page.getByTestId('reset').click();
  await expect(line).toHaveCount(0);
});

test('any add-in page can be opened, and an add-in closes its own pane', async ({ open, page, host }) => {
  const other = `${host.origins.addin}/other/page.html?x=1`;
  const pane = await open(`?app=outlook&pane=${encodeURIComponent(other)}`);
  expect(pane.url()).toContain('/other/page.html?x=1&_host_Info=Outlook');
  await pane.evaluate(() => Office.context.ui.closeContainer());
  await expect(page.getByTestId('pane-frame')).toHaveAttribute('title', 'Task pane of the add-in');
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/other/'))).toBe(false);
});

test('Tab leaves the pane for the controls of the host', async ({ open, page }) => {
  const pane = await open('?app=word');
  await pane.getByRole('button', { name: 'First' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('app-word')).toBeFocused();
});
