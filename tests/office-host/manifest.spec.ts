import { expect, test as base } from 'office-addin-sandbox/playwright';
import { serveForeignAddin } from './foreignAddin.ts';

/** Far from the ports of the other tests; one for each worker. */
const FIRST_PORT = Number(process.env['TEST_PORT'] ?? 3400) + 90;

const test = base.extend<{ noPageErrors: void }>({
  manifest: [
    async ({ playwright: _playwright }, use, worker) => {
      const addin = await serveForeignAddin(FIRST_PORT + (worker.parallelIndex % 10));
      await use(addin.manifest);
      await addin.close();
    },
    { scope: 'worker' },
  ],

  noPageErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on('weberror', (error) => errors.push(String(error.error())));
      await use();
      expect(errors, 'errors and unhandled rejections in pages').toEqual([]);
    },
    { auto: true },
  ],
});

test('an add-in opens from its manifest: pane, ribbon and function command', async ({ office, pane }) => {
  await expect(pane.locator('output')).toHaveText('Word ribbon&');
  await expect(office.page.getByTestId('pane-title')).toHaveText('Stamps');
  await pane.getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => office.document()).toMatchObject([{ text: 'From the pane' }]);

  await office.ribbon('Stamp').click();
  expect(await office.document()).toMatchObject([
    { text: 'From the pane' },
    { text: 'Stamped by Stamps.Stamp' },
  ]);
  expect(await office.log('command')).toMatchObject([{ functionName: 'stamp', answer: 'completed' }]);
});

test('a label that the ribbon lacks fails with those that it has @full', async ({ office }) => {
  await expect(office.ribbon('Stamps!').click()).rejects.toThrow(
    /The ribbon has no button "Stamps!"\. It has: .*Stamp/,
  );
});

test('getAccessToken returns a token for the client id of the manifest, or the error of the scenario @full', async ({
  office,
  pane,
}) => {
  const token = pane.getByRole('button', { name: 'Token' });
  await token.click();
  await expect(pane.locator('output')).toHaveText('7e57add1-0000-4000-8000-000000000001');
  await office.setScenario('sso-13005');
  await token.click();
  await expect(pane.locator('output')).toHaveText('13005');
});

test('an add-in hides its pane, and the ribbon shows it again without reloading it @full', async ({
  office,
  pane,
}) => {
  const output = pane.locator('output');
  await expect(output).toHaveText('Word ribbon&');
  await output.evaluate((element) => (element.textContent = 'kept'));
  await expect(output).toHaveText('kept');
  await pane.getByRole('button', { name: 'Hide' }).click();
  await expect(office.page.getByTestId('pane-frame')).toBeHidden();
  await office.ribbon('Show stamps').click();
  await expect(office.page.getByTestId('pane-frame')).toBeVisible();
  await expect(output).toHaveText('kept');
});

test('the page names missing requirement sets, and shows texts in the language of Office @full', async ({
  office,
}) => {
  const { page } = office;
  await expect(page.getByTestId('notice')).toContainText('Stamps requires ImaginaryApi 9.9');
  await page.getByTestId('locale').selectOption('de-DE');
  await expect(page.getByTestId('pane-title')).toHaveText('Stempel');
});

test('an application that the sandbox does not simulate shows an error @full', async ({ office }) => {
  const { page } = office;
  await page.goto(`${new URL(page.url()).origin}/?app=onenote`);
  await expect(page.getByTestId('fault')).toContainText('doesn\'t simulate the application "onenote"');
  await expect(page.getByTestId('pane-frame')).toBeHidden();
  await page.getByTestId('app-word').click();
  await expect(page.getByTestId('fault')).toBeHidden();
  await expect(page.getByTestId('pane-frame')).toBeVisible();
});

test('a seventh page of the sandbox in one browser loads, although a browser opens six connections to an origin @full', async ({
  office,
  context,
}) => {
  const { page } = office;
  const pages = await Promise.all(
    Array.from({ length: 7 }, async () => {
      const other = await context.newPage();
      await other.goto(page.url());
      return other;
    }),
  );
  await office.setScenario('sso-13005');
  for (const other of [page, ...pages])
    await expect(other.getByTestId('scenario-id')).toContainText('sso-13005');
});
