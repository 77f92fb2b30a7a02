import { expect, test as base } from 'office-addin-sandbox/playwright';
import { FIRST_ADDIN_PORT, officePage, serveAddin } from './addinServer.ts';

const manifestFor = (origin: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ContentApp">
  <Id>7e57add1-0000-4000-8000-0000000000dd</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>Northwind</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Chart"/>
  <Description DefaultValue="Draws a chart in the workbook."/>
  <Hosts><Host Name="Workbook"/></Hosts>
  <DefaultSettings>
    <SourceLocation DefaultValue="${origin}/chart.html"/>
    <RequestedWidth>420</RequestedWidth>
    <RequestedHeight>240</RequestedHeight>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
</OfficeApp>`;

const script = `Office.onReady(({ host }) => {
  document.querySelector('output').textContent = host;
  document.querySelector('button').onclick = () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['From the document']];
      await context.sync();
    });
});`;

const test = base.extend({
  manifest: [
    async ({ playwright: _playwright }, use, worker) => {
      const addin = await serveAddin(
        FIRST_ADDIN_PORT + 20 + (worker.parallelIndex % 10),
        manifestFor,
        () => ({
          '/chart.html': officePage('<button>Write</button><output></output>', script),
        }),
      );
      await use(addin.manifest);
      await addin.close();
    },
    { scope: 'worker' },
  ],
});

test('a content add-in opens in the document, at the size of its manifest, and without a pane', async ({
  office,
}) => {
  const { page } = office;
  const frame = page.getByTestId('content-addin').locator('iframe');
  await expect(frame.contentFrame().locator('output')).toHaveText('Excel');
  await expect(page.locator('#pane')).toBeHidden();
  expect(await frame.boundingBox()).toMatchObject({ width: 420, height: 240 });
  await frame.contentFrame().getByRole('button', { name: 'Write' }).click();
  await expect.poll(() => office.document()).toMatchObject([{ address: 'A1' }]);
});
