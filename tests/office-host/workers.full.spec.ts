import { expect, test as base } from 'office-addin-sandbox/playwright';
import { FIRST_ADDIN_PORT, officePage, serveAddin, type AddinServer } from './addinServer.ts';

const manifestFor = (origin: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TaskPaneApp">
  <Id>7e57add1-0000-4000-8000-0000000000ee</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>Northwind</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Places"/>
  <Description DefaultValue="Shows its origin."/>
  <Hosts><Host Name="Document"/></Hosts>
  <DefaultSettings><SourceLocation DefaultValue="${origin}/pane.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
</OfficeApp>`;

const pages = (origin: string) => ({
  '/pane.html': officePage(
    '<output></output>',
    `Office.onReady(() => (document.querySelector('output').textContent = '${origin}'));`,
  ),
});

/** The manifest names a port that no server uses. */
const test = base.extend<object, { files: AddinServer }>({
  files: [
    async ({ playwright: _playwright }, use, { parallelIndex }) => {
      const port = FIRST_ADDIN_PORT + 30 + (parallelIndex % 10);
      const files = await serveAddin(port, () => manifestFor('https://localhost:1'), pages);
      await use(files);
      await files.close();
    },
    { scope: 'worker' },
  ],
  manifest: [async ({ files }, use) => use(files.manifest), { scope: 'worker' }],
  addinServer: async ({ addinOrigin, sandbox }, use) => {
    expect((await sandbox?.environment())?.['OFFICE_ADDIN_SANDBOX_ORIGIN']).toContain('https://localhost:');
    const server = await serveAddin(Number(new URL(addinOrigin ?? '').port), manifestFor, pages);
    await use();
    await server.close();
  },
});

const FIRST_PORT = FIRST_ADDIN_PORT + 40;
test.use({ addinPort: FIRST_PORT, sandboxOptions: { problems: { busy: { status: 503, title: 'Busy' } } } });

test('each worker tests the add-in at a port of its server, in a sandbox with its options', async ({
  office,
  pane,
  sandbox,
}, { parallelIndex }) => {
  expect(sandbox?.state.problems).toHaveProperty('busy');
  await expect(pane.locator('output')).toHaveText(`https://localhost:${FIRST_PORT + parallelIndex}`);
  await expect(office.page.getByTestId('pane-title')).toHaveText('Places');
});
