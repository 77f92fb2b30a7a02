import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const hosts = { word: 'Word', excel: 'Excel', powerpoint: 'PowerPoint', outlook: 'Outlook' };

for (const [app, name] of Object.entries(hosts)) {
  test(`office.js starts in ${name} without a request to Microsoft`, async ({ open, page, host }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('https://localhost:')) foreign.push(request.url());
    });
    const pane = await open(`?app=${app}&locale=ja-JP`);
    const facts = await pane.evaluate(() => ({
      host: document.body.dataset['host'],
      platform: Office.context.platform,
      language: Office.context.displayLanguage,
      identity: Office.context.requirements.isSetSupported('IdentityAPI', '1.3'),
      dialogs: Office.context.requirements.isSetSupported('DialogOrigin', '1.1'),
      nested: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
      bridge: 'nestedAppAuthBridge' in window,
    }));
    expect(facts).toEqual({
      host: name,
      platform: 'OfficeOnline',
      language: 'ja-JP',
      identity: true,
      dialogs: true,
      nested: false,
      bridge: false,
    });
    expect(foreign).toEqual([]);
    await expect(page).toHaveTitle(`${name} – Office sandbox`);
    expect(host.sandbox.state.scenarioId).toBeNull();
  });
}

test('serves office.js from npm byte for byte', async ({ request, host }) => {
  const answer = await request.get(`${host.origins.office}/office-js/OFFICE.js`);
  const served = createHash('sha256').update(await answer.body());
  const original = createHash('sha256').update(
    await readFile(new URL('../../node_modules/@microsoft/office-js/dist/office.js', import.meta.url)),
  );
  expect(served.digest('hex')).toBe(original.digest('hex'));
  expect(answer.headers()['access-control-allow-origin']).toBe('*');
});

test('requirement sets and the bridge follow the scenario', async ({ open, host }) => {
  host.sandbox.state.setScenario({
    nestedAppAuth: true,
    requirementSets: { identityapi: null, ExcelApi: '1.1' },
  });
  const pane = await open('?app=excel');
  const facts = await pane.evaluate(() => ({
    identity: Office.context.requirements.isSetSupported('IdentityAPI', '1.3'),
    excel: Office.context.requirements.isSetSupported('ExcelApi', '1.7'),
    nested: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
    bridge: 'nestedAppAuthBridge' in window,
  }));
  expect(facts).toEqual({ identity: false, excel: false, nested: true, bridge: true });
});
