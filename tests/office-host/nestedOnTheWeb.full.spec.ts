import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FrameLocator } from '@playwright/test';
import { users, type ScenarioInput } from 'office-addin-sandbox';
import { expect, test as base } from 'office-addin-sandbox/playwright';
import { FIRST_ADDIN_PORT, officePage, serveAddin, taskPaneManifest } from './addinServer.ts';

const CLIENT_ID = '7e57add1-0000-4000-8000-000000000002';
/** Folder of the real MSAL.js, with its scripts for pages without a bundler. */
const MSAL = join(createRequire(import.meta.url).resolve('@azure/msal-browser'), '..');

const manifestFor = (origin: string) =>
  taskPaneManifest(
    {
      id: '7e57add1-0000-4000-8000-0000000000bb',
      name: 'Accounts',
      description: 'Signs users in.',
      hosts: ['Document', 'Workbook', 'Presentation'],
      clientId: CLIENT_ID,
    },
    origin,
  );

/** Signs in as Microsoft's sample for Office on the web does: getAuthContext, then ssoSilent with its account. */
const paneScript = `
  const show = (text) => (document.querySelector('output').textContent = text);
  document.querySelector('#account').onclick = () => {
    if (!Office.auth.getAuthContext) return show('absent');
    Office.auth.getAuthContext().then(({ userPrincipalName }) => show(userPrincipalName), ({ code }) => show(code));
  };
  document.querySelector('#silent').onclick = async () => {
    const { userPrincipalName: loginHint } = await Office.auth.getAuthContext();
    const client = await msal.createNestablePublicClientApplication({
      auth: {
        clientId: '${CLIENT_ID}',
        authority: 'https://login.microsoftonline.com/common',
        redirectUri: location.origin + '/redirect.html',
      },
    });
    client.ssoSilent({ scopes: ['User.Read'], loginHint }).then(
      ({ account, scopes }) => show(account.username + ' ' + scopes.includes('User.Read')),
      ({ name, errorCode }) => show(name + ' ' + errorCode),
    );
  };
  Office.onReady(() => show('ready'));`;

/** The redirect page passes the response on to the window that waits for it, as MSAL.js 5 requires. */
const pages = () => ({
  '/pane.html': officePage(
    '<script src="/msal.js"></script><button id="account">Account</button><button id="silent">Sign in</button><output></output>',
    paneScript,
  ),
  '/redirect.html': `<!doctype html><title>Redirect</title><script src="/redirect.js"></script>
    <script>msalRedirectBridge.broadcastResponseToMainFrame()</script>`,
  '/msal.js': readFileSync(join(MSAL, 'msal-browser.js'), 'utf8'),
  '/redirect.js': readFileSync(join(MSAL, 'redirect-bridge/msal-redirect-bridge.js'), 'utf8'),
});

const test = base.extend({
  manifest: [
    async ({ playwright: _playwright }, use, worker) => {
      const addin = await serveAddin(FIRST_ADDIN_PORT + (worker.parallelIndex % 10), manifestFor, pages);
      await use(addin.manifest);
      await addin.close();
    },
    { scope: 'worker' },
  ],
});

async function click(pane: FrameLocator, name: string): Promise<void> {
  await expect(pane.locator('output')).toHaveText('ready');
  await pane.getByRole('button', { name }).click();
}

const cases: readonly (readonly [name: string, scenario: ScenarioInput, result: string])[] = [
  [
    'signs in with the session of the scenario',
    { user: 'megan', entraSession: 'signed-in' },
    `${users.megan.mail} true`,
  ],
  [
    'needs interaction without a session',
    { entraSession: 'signed-out' },
    'InteractionRequiredAuthError login_required',
  ],
  [
    'needs interaction if the browser blocks third-party cookies',
    { entraSession: 'cookies-blocked' },
    'InteractionRequiredAuthError login_required',
  ],
];
for (const [name, scenario, result] of cases) {
  test.describe(() => {
    test.use({ scenario: { requirementSets: { NestedAppAuth: '1.1' }, ...scenario } });
    test(`MSAL.js without a bridge ${name}`, async ({ office, pane }) => {
      await click(pane, 'Sign in');
      await expect(pane.locator('output')).toHaveText(result);
      expect(await office.log()).toMatchObject([
        { kind: 'authContext', answer: 'ok' },
        { kind: 'signIn', flow: 'silent' },
      ]);
    });
  });
}

for (const app of ['word', 'excel', 'powerpoint'] as const) {
  test.describe(() => {
    test.use({ app });
    test(`getAuthContext names the account in ${app}, fails or is absent, as the scenario says`, async ({
      office,
      pane,
    }) => {
      await click(pane, 'Account');
      const output = pane.locator('output');
      await expect(output).toHaveText(users.adele.mail);
      for (const [answer, shown] of [
        [13006, '13006'],
        ['absent', 'absent'],
      ] as const) {
        await office.setScenario({ authContext: [answer] });
        // The page gets the scenario as an event.
        await expect(async () => {
          await pane.getByRole('button', { name: 'Account' }).click();
          await expect(output).toHaveText(shown, { timeout: 500 });
        }).toPass();
      }
    });
  });
}
