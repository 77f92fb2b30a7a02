import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localhostCertificates } from 'office-addin-tools/testing';

/** An add-in that knows nothing of the sandbox: it loads office.js from Microsoft's CDN and calls Microsoft Graph. */
export interface ForeignAddin {
  /** Path of its manifest. */
  readonly manifest: string;
  close(): Promise<void>;
}

const CLIENT_ID = '7e57add1-0000-4000-8000-000000000001';

export async function serveForeignAddin(port: number): Promise<ForeignAddin> {
  const origin = `https://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'foreign-addin-'));
  const manifest = join(folder, 'manifest.xml');
  writeFileSync(manifest, manifestFor(origin, `localhost:${port}`));
  const { cert, key } = await localhostCertificates();
  const server = createServer({ cert, key }, (request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[path] ?? page('Not found', '', ''));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    manifest,
    async close() {
      await closeServer(server);
      rmSync(folder, { recursive: true });
    },
  };
}

function closeServer(server: Server): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

const page = (title: string, body: string, script: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>
<body>${body}<script>${script}</script></body></html>`;

const pages: Readonly<Record<string, string>> = {
  '/pane.html': page(
    'Pane',
    '<button id="write">Write</button><button id="token">Token</button><button id="hide">Hide</button><output></output>',
    `const say = (text) => (document.querySelector('output').textContent = text);
    Office.onReady(({ host }) => {
      say(host + ' ' + location.search.slice(1, 8));
      document.querySelector('#write').onclick = () =>
        Word.run(async (context) => {
          context.document.body.insertParagraph('From the pane', 'End');
          await context.sync();
        });
      document.querySelector('#token').onclick = () =>
        Office.auth.getAccessToken().then(
          (token) => say(JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'))).aud),
          ({ code }) => say(String(code)),
        );
      document.querySelector('#hide').onclick = () => Office.addin.hide();
    });`,
  ),
  '/functions.html': page(
    'Functions',
    '',
    `Office.onReady();
    async function stamp(event) {
      await Word.run(async (context) => {
        context.document.body.insertParagraph('Stamped by ' + event.source.id, 'End');
        await context.sync();
      });
      event.completed();
    }`,
  ),
};

const manifestFor = (origin: string, host: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>7e57add1-0000-4000-8000-0000000000aa</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>Northwind</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Stamps"><Override Locale="de-DE" Value="Stempel"/></DisplayName>
  <Description DefaultValue="Stamps documents."/>
  <Hosts><Host Name="Document"/></Hosts>
  <Requirements><Sets><Set Name="ImaginaryApi" MinVersion="9.9"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="${origin}/pane.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts><Host xsi:type="Document"><DesktopFormFactor>
      <FunctionFile resid="Functions"/>
      <ExtensionPoint xsi:type="PrimaryCommandSurface"><OfficeTab id="TabHome"><Group id="Stamps.Group">
        <Label resid="Group"/>
        <Control xsi:type="Button" id="Stamps.Show">
          <Label resid="Show"/>
          <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane"/></Action>
        </Control>
        <Control xsi:type="Menu" id="Stamps.Menu">
          <Label resid="Menu"/>
          <Items><Item id="Stamps.Stamp">
            <Label resid="Stamp"/>
            <Action xsi:type="ExecuteFunction"><FunctionName>stamp</FunctionName></Action>
          </Item></Items>
        </Control>
      </Group></OfficeTab></ExtensionPoint>
    </DesktopFormFactor></Host></Hosts>
    <Resources>
      <bt:Urls>
        <bt:Url id="Pane" DefaultValue="${origin}/pane.html?ribbon"/>
        <bt:Url id="Functions" DefaultValue="${origin}/functions.html"/>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Group" DefaultValue="Stamps"/>
        <bt:String id="Show" DefaultValue="Show stamps"/>
        <bt:String id="Menu" DefaultValue="More"/>
        <bt:String id="Stamp" DefaultValue="Stamp"/>
      </bt:ShortStrings>
    </Resources>
    <WebApplicationInfo>
      <Id>${CLIENT_ID}</Id>
      <Resource>api://${host}/${CLIENT_ID}</Resource>
      <Scopes><Scope>User.Read</Scope></Scopes>
    </WebApplicationInfo>
  </VersionOverrides>
</OfficeApp>
`;
