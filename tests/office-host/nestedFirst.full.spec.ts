import type { ScenarioInput } from 'office-addin-sandbox';
import {
  applications,
  expect,
  expectSignedIn,
  signInByDialog,
  signInByWindow,
  test,
} from '../support/fixtures.ts';

/** The order that Microsoft recommends: nested app authentication before Office's single sign-on. */
test.use({ settings: { TOKEN_SOURCES: 'nested,office,dialog' } });

/** Office on the web without a bridge, where Office's single sign-on fails too. */
const web: ScenarioInput = {
  nestedAppAuth: false,
  requirementSets: { NestedAppAuth: '1.1' },
  getAccessToken: [13005],
};

for (const app of applications) {
  test(`${app}: with a session at Entra ID, signs in without a window`, async ({ open, page, sandbox }) => {
    await sandbox.scenario({ ...web, entraSession: 'signed-in' });
    const { frame } = await open(app);
    await expectSignedIn(frame);
    expect(page.context().pages()).toHaveLength(1);
    expect((await sandbox.log('signIn')).map(({ flow, answer }) => [flow, answer])).toEqual([
      ['silent', 'ok'],
    ]);
    expect(await sandbox.log('getAccessToken', 'dialog')).toEqual([]);
  });

  test(`${app}: without a session, opens one window on a click`, async ({ open, page, sandbox }) => {
    await sandbox.scenario({ ...web, entraSession: 'signed-out' });
    const { frame } = await open(app);
    await expect(frame.getByTestId('message')).toBeVisible();
    expect(page.context().pages()).toHaveLength(1);
    await signInByWindow(page, frame);
    expect(await sandbox.log('dialog')).toEqual([]);
  });

  test(`${app}: with blocked cookies, opens the dialog on a click`, async ({ open, page, sandbox }) => {
    await sandbox.scenario({ ...web, entraSession: 'cookies-blocked' });
    const { frame } = await open(app);
    await expect(frame.getByTestId('message')).toBeVisible();
    expect(page.context().pages()).toHaveLength(1);
    await signInByDialog(page, frame);
    await expectSignedIn(frame);
    expect(await sandbox.log('dialog')).not.toEqual([]);
  });
}

test('signs in with a hidden frame that is still loading when the pane appears', async ({
  open,
  page,
  sandbox,
}) => {
  await sandbox.scenario({ ...web, entraSession: 'signed-in' });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/oauth2/v2.0/authorize*', async (route) => {
    await released;
    await route.continue();
  });
  const { frame } = await open();
  await expect(frame.locator('main')).toBeVisible();
  release();
  await expectSignedIn(frame);
  expect(await sandbox.log('getAccessToken')).toEqual([]);
  await page.unroute('**/oauth2/v2.0/authorize*');
});

test('continues with single sign-on of Office when nested app authentication needs the user', async ({
  open,
  page,
  sandbox,
}) => {
  await sandbox.scenario({ ...web, getAccessToken: ['ok'], entraSession: 'signed-out' });
  const { frame } = await open();
  await expectSignedIn(frame);
  expect(page.context().pages()).toHaveLength(1);
  expect((await sandbox.log('getAccessToken')).map(({ answer }) => answer)).toEqual(['ok']);
});

test('uses the bridge first where Office has one', async ({ open, sandbox }) => {
  await sandbox.scenario({ nestedAppAuth: true });
  const { frame } = await open();
  await expectSignedIn(frame);
  expect((await sandbox.log('nested')).map(({ answer }) => answer)).toEqual(['ok', 'ok']);
  expect(await sandbox.log('getAccessToken')).toEqual([]);
});
