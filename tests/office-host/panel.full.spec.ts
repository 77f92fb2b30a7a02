import type { ScenarioInput } from 'office-addin-sandbox';
import { expect, readyFrame, test } from './fixtures.ts';

const params = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('the URL sets a scenario before the pane loads', async ({ open, page, host }) => {
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

test('a new sandbox shows the scenario in which everything works', async ({ open, page }) => {
  await open('?app=word');
  await expect(page.getByTestId('scenario-title')).toHaveText('Everything works');
  await expect(page.getByTestId('scenario-option').first()).toHaveAttribute('aria-current', 'true');
  await page.getByTestId('user').selectOption('lee');
  await expect.poll(() => params(page.url())).toEqual({ app: 'word', user: 'lee' });
  await expect(page.getByTestId('scenario-title')).toHaveText('Everything works');
});

test('a URL without a scenario keeps the current one, even a composed one', async ({ open, page, host }) => {
  host.sandbox.state.setScenario({ user: 'megan', getAccessToken: [13012] });
  await open('?app=word');
  expect(host.sandbox.state.scenario).toMatchObject({ user: 'megan', getAccessToken: [13012] });
  await expect(page.getByTestId('user')).toHaveValue('megan');
  await expect(page.getByTestId('scenario-title')).toHaveText('Custom scenario');
  await expect(page.getByTestId('scenario-id')).toHaveText('{"user":"megan","getAccessToken":[13012]}');
  expect(params(page.url())).toEqual({ app: 'word' });
});

test('a scenario set through the API appears in the panel and does not reload the pane', async ({
  open,
  page,
  host,
}) => {
  const pane = await open('?app=word&scenario=sso-13005');
  await pane.evaluate(() => document.body.append('still the same page'));
  await page.request.put(`${host.origins.office}/__sandbox/scenario`, { data: { id: 'sso-13012' } });
  await expect(page.getByTestId('scenario-title')).toContainText('13012');
  await expect(page.getByTestId('log-run').last()).toContainText('13012');
  expect(params(page.url())['scenario']).toBe('sso-13012');
  expect(await pane.locator('body').textContent()).toContain('still the same page');
});

test('a scenario can be found by typing and chosen by keyboard, and reloads the pane', async ({
  open,
  page,
  host,
}) => {
  const pane = await open('?app=excel');
  await pane.evaluate(() => document.body.append('old page'));
  await page.getByTestId('reset').focus();
  await page.keyboard.press('Control+/');
  await page.keyboard.type('sso-13005');
  await expect(page.getByTestId('scenario-found')).toContainText('1 scenario');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('scenario-option')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => host.sandbox.state.scenarioId).toBe('sso-13005');
  await expect(page.getByTestId('pane-frame').contentFrame().getByText('old page')).toBeHidden();
  await expect(page.getByTestId('scenario-expected')).not.toBeEmpty();
  expect(params(page.url())).toEqual({ app: 'excel', scenario: 'sso-13005' });
  await page.getByTestId('scenario-search').press('Escape');
  await expect(page.getByTestId('scenario-group').and(page.locator('[open]'))).toHaveCount(1);
  await page.getByTestId('scenario-search').fill('no scenario says this');
  await expect(page.getByTestId('scenario-found')).toHaveText('No matching scenarios');
});

test('Enter in the search chooses the only hit, and does nothing while there are several', async ({
  open,
  page,
  host,
}) => {
  await open('?app=word');
  const search = page.getByTestId('scenario-search');
  await search.fill('graph');
  await search.press('Enter');
  await expect(page.getByTestId('scenario-title')).toHaveText('Everything works');
  await search.fill('sso-13005');
  await expect(page.getByTestId('scenario-found')).toContainText('1 scenario');
  await search.press('Enter');
  await expect.poll(() => host.sandbox.state.scenarioId).toBe('sso-13005');
  await expect(page.getByTestId('scenario-group').and(page.locator('[open]'))).toHaveCount(1);
});

test('keys and buttons step through the scenarios', async ({ open, page, host }) => {
  await open('?app=word&scenario=sso-13000');
  await page.getByTestId('scenario-search').press('Alt+ArrowDown');
  await expect.poll(() => host.sandbox.state.scenarioId).toBe('sso-13001');
  await page.getByTestId('next-scenario').click();
  await expect.poll(() => host.sandbox.state.scenarioId).toBe('office-signed-out');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => host.sandbox.state.scenarioId).toBe('sso-13000');
  await page.getByTestId('previous-scenario').click();
  await expect.poll(() => host.sandbox.state.scenarioId).toBe('ok');
});

test('user and session override the chosen scenario, and the link restores both', async ({
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

test('the copied link restores the current scenario, even one composed through the API', async ({
  open,
  page,
  context,
  host,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const wanted: ScenarioInput = {
    user: 'megan',
    profile: { displayName: 'Zoë & "co" #1' },
    getAccessToken: [13012, 'ok'],
  };
  host.sandbox.state.setScenario(wanted);
  await open('?app=excel&theme=dark&locale=ar-SA&width=450');
  await page.getByTestId('copy-link').click();
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto('about:blank');
  host.sandbox.state.reset();
  await page.goto(link);
  await readyFrame(page);
  expect(host.sandbox.state.scenario).toMatchObject(wanted);
  expect(page.url()).toBe(link);
  expect(params(link)).toMatchObject({ app: 'excel', theme: 'dark', locale: 'ar-SA', width: '450' });
});

test('a scenario can be composed by hand, with error messages, and is added to the URL', async ({
  open,
  page,
  host,
}) => {
  await open('?app=word&scenario=sso-13005');
  await page.getByTestId('compose').getByText('Compose a scenario').click();
  const text = page.getByTestId('own-scenario');
  const message = page.getByTestId('own-scenario-message');
  await page.getByTestId('own-scenario-take').click();
  await expect(text).toHaveValue(/13005/);

  for (const [wrong, sentence] of [
    ['{"obo": [', 'not valid JSON'],
    ['[]', 'must be a JSON object'],
    ['{"obo": ["sometimes"]}', 'scenario.obo[0]'],
  ] as const) {
    await text.fill(wrong);
    await page.getByTestId('own-scenario-run').click();
    await expect(message).toContainText(sentence);
    await expect(text).toHaveAttribute('aria-invalid', 'true');
  }
  expect(host.sandbox.state.scenarioId).toBe('sso-13005');

  await text.fill('{"getAccessToken": [13012], "popups": "block"}');
  await text.press('Control+Enter');
  await expect(message).toHaveText('The scenario is running.');
  expect(host.sandbox.state.scenario).toMatchObject({ getAccessToken: [13012], popups: 'block' });
  expect(params(page.url())['composed']).toBe('{"getAccessToken": [13012], "popups": "block"}');
});

test('a link with an unknown scenario shows an error and keeps the current one', async ({
  open,
  page,
  host,
}) => {
  await open('?app=word&composed=%7B%22user%22%3A%22nobody%22%7D');
  await expect(page.getByRole('alert')).toContainText('scenario.user');
  expect(host.sandbox.state.scenario.user).toBe('adele');
});

test('traffic appears as log lines, even after a reload of the page', async ({ open, page }) => {
  const pane = await open('?app=word');
  await pane.evaluate(() => Office.auth.getAccessToken({ forMSGraphAccess: true }));
  const line = page.getByTestId('log-entry');
  await expect(line).toContainText(['getAccessToken (forMSGraphAccess)']);
  await page.reload();
  await expect(line).toHaveCount(1);
  await page.getByTestId('reset').click();
  await expect(line).toHaveCount(0);
});

test('the log can be opened by keyboard, filtered and cleared, and marks a new scenario', async ({
  open,
  page,
}) => {
  const pane = await open('?app=word&scenario=sso-13005');
  await pane.evaluate(() => Office.auth.getAccessToken({}).catch(() => undefined));
  const line = page.getByTestId('log-entry');
  await expect(line).toHaveAttribute('data-outcome', 'bad');
  await page.getByTestId('log').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(line.locator('pre')).toContainText('"answer": 13005');

  await page.getByTestId('next-scenario').click();
  await expect(page.getByTestId('log-run').last()).toContainText('13006');
  await expect(line).toBeVisible();
  await page.getByTestId('log-filter').selectOption('graph');
  await expect(line).toBeHidden();
  await expect(page.getByText('No traffic matches this filter.')).toBeVisible();
  await page.getByTestId('log-filter').selectOption('all');
  await page.getByTestId('log-clear').click();
  await expect(line).toHaveCount(0);
});

test('the introduction stays until it is dismissed, and can be shown again', async ({ open, page }) => {
  await open('?app=word');
  const card = page.getByTestId('introduction');
  await expect(card).toBeVisible();
  await page.getByTestId('introduction-read').click();
  await expect(page.getByTestId('what-is-this')).toBeFocused();
  await open('?app=word');
  await expect(card).toBeHidden();
  await page.keyboard.press('Tab');
  await page.getByTestId('what-is-this').press('Enter');
  await expect(card).toBeVisible();
});

test('pane and panel can be resized by keyboard, and the panel keeps its width', async ({ open, page }) => {
  await open('?app=word');
  await page.getByRole('separator', { name: 'Task pane width' }).press('ArrowLeft');
  await expect.poll(() => params(page.url())['width']).toBe('366');
  const panel = page.getByRole('separator', { name: 'Panel width' });
  await panel.press('ArrowRight');
  const width = await panel.getAttribute('aria-valuenow');
  await open('?app=word');
  await expect(panel).toHaveAttribute('aria-valuenow', width ?? '');
  expect((await page.locator('#panel').boundingBox())?.width).toBe(Number(width));
});

test('any add-in page can be opened, and an add-in closes its own pane', async ({ open, page, host }) => {
  const other = `${host.origins.addin}/other/page.html?x=1`;
  const pane = await open(`?app=outlook&pane=${encodeURIComponent(other)}`);
  expect(pane.url()).toContain('/other/page.html?x=1&_host_Info=Outlook');
  await pane.evaluate(() => Office.context.ui.closeContainer());
  await expect(page.getByTestId('pane-frame')).toHaveAttribute('title', 'Task pane of the add-in');
  await expect.poll(() => page.frames().some((frame) => frame.url().includes('/other/'))).toBe(false);
});

test('the add-in receives the chosen colors as the Office theme', async ({ open, page }) => {
  const pane = await open('?app=word&theme=dark');
  const background = () => pane.evaluate(() => Office.context.officeTheme?.bodyBackgroundColor);
  expect(await background()).toBe('#262626');
  await page.getByTestId('theme').selectOption('light');
  await expect.poll(background).toBe('#FFFFFF');
  await page.getByTestId('theme').selectOption('');
  await expect.poll(background).toBeUndefined();
});

test('Tab moves the focus from the pane to the controls of the host', async ({ open, page }) => {
  const pane = await open('?app=word');
  await pane.getByRole('button', { name: 'First' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('app-word')).toBeFocused();
});
