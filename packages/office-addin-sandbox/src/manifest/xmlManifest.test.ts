import { expect, it } from 'vitest';
import { localize, pageOrigins } from './addinManifest.ts';
import { parseManifest } from './readManifest.ts';

const text = (value: string) => ({ default: value, overrides: {} });

/** @param edit replaces texts, so that each test shows what it is about */
function taskPane(...edits: readonly (readonly [from: string, to: string])[]) {
  const manifest = `<?xml version="1.0"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>11111111-0000-4000-8000-000000000001</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>Northwind</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Totals"><Override Locale="de-DE" Value="Summen"/></DisplayName>
  <Description DefaultValue="Adds numbers."/>
  <IconUrl DefaultValue="https://addin.example/icon.png"/>
  <AppDomains><AppDomain>https://login.example/path</AppDomain></AppDomains>
  <Hosts><Host Name="Workbook"/><Host Name="Document"/></Hosts>
  <Requirements><Sets DefaultMinVersion="1.1"><Set Name="ExcelApi" MinVersion="1.9"/><Set Name="DialogApi"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="https://addin.example/pane.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes><Runtime resid="Functions" lifetime="long"/></Runtimes>
        <DesktopFormFactor>
          <FunctionFile resid="Functions"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Totals.Group">
                <Label resid="GroupLabel"/>
                <Control xsi:type="Button" id="Totals.Show">
                  <Label resid="ShowLabel"/>
                  <Supertip><Title resid="ShowLabel"/><Description resid="ShowTip"/></Supertip>
                  <Icon><bt:Image size="16" resid="Small"/><bt:Image size="32" resid="Large"/></Icon>
                  <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane"/></Action>
                </Control>
                <Control xsi:type="Menu" id="Totals.Menu">
                  <Label resid="ShowLabel"/>
                  <Items>
                    <Item id="Totals.Clear">
                      <Label resid="ClearLabel"/>
                      <Action xsi:type="ExecuteFunction"><FunctionName>clear</FunctionName></Action>
                    </Item>
                  </Items>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
          <ExtensionPoint xsi:type="ContextMenu"/>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images><bt:Image id="Small" DefaultValue="https://addin.example/16.png"/><bt:Image id="Large" DefaultValue="https://addin.example/32.png"/></bt:Images>
      <bt:Urls><bt:Url id="Pane" DefaultValue="https://addin.example/pane.html?from=ribbon"/><bt:Url id="Functions" DefaultValue="https://addin.example/functions.html"/></bt:Urls>
      <bt:ShortStrings>
        <bt:String id="GroupLabel" DefaultValue="Totals"/>
        <bt:String id="ShowLabel" DefaultValue="Show totals"><bt:Override Locale="de-DE" Value="Summen zeigen"/></bt:String>
        <bt:String id="ClearLabel" DefaultValue="Clear"/>
      </bt:ShortStrings>
      <bt:LongStrings><bt:String id="ShowTip" DefaultValue="Opens the pane."/></bt:LongStrings>
    </Resources>
    <WebApplicationInfo>
      <Id>22222222-0000-4000-8000-000000000002</Id>
      <Resource>api://addin.example/22222222-0000-4000-8000-000000000002</Resource>
      <Scopes><Scope>User.Read</Scope><Scope>profile</Scope></Scopes>
    </WebApplicationInfo>
  </VersionOverrides>
</OfficeApp>`;
  return edits.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`The manifest doesn't contain ${from}.`);
    return all.replace(from, to);
  }, manifest);
}

it('reads name, icon, domains, permissions and the app registration', () => {
  const manifest = parseManifest('totals.xml', taskPane());
  expect(manifest).toMatchObject({
    id: '11111111-0000-4000-8000-000000000001',
    name: { default: 'Totals', overrides: { 'de-DE': 'Summen' } },
    icon: text('https://addin.example/icon.png'),
    permissions: ['ReadWriteDocument'],
    appDomains: ['https://login.example'],
    webApplication: {
      id: '22222222-0000-4000-8000-000000000002',
      resource: 'api://addin.example/22222222-0000-4000-8000-000000000002',
      scopes: ['User.Read', 'profile'],
    },
  });
  expect(pageOrigins(manifest)).toEqual(['https://addin.example']);
});

it('reads the ribbon of each application with its texts, icons and actions', () => {
  const [excel, word] = parseManifest('totals.xml', taskPane()).hosts;
  expect(excel).toMatchObject({
    host: 'excel',
    requirementSets: { ExcelApi: '1.9', DialogApi: '1.1' },
    pages: [{ formFactor: 'desktop', url: text('https://addin.example/pane.html') }],
    runtimes: [{ page: text('https://addin.example/functions.html'), lifetime: 'long' }],
    groups: [
      {
        id: 'Totals.Group',
        tab: text('TabHome'),
        contexts: ['default'],
        controls: [
          {
            type: 'button',
            id: 'Totals.Show',
            description: text('Opens the pane.'),
            icon: text('https://addin.example/32.png'),
            action: { type: 'pane', url: text('https://addin.example/pane.html?from=ribbon') },
          },
          {
            type: 'menu',
            items: [
              {
                id: 'Totals.Clear',
                action: {
                  type: 'function',
                  name: 'clear',
                  page: text('https://addin.example/functions.html'),
                },
              },
            ],
          },
        ],
      },
    ],
  });
  expect(word).toMatchObject({ host: 'word', groups: [] });
});

it('localizes by tag, then by language, then with the default', () => {
  const { name } = parseManifest('totals.xml', taskPane());
  expect(['de-DE', 'de-at', 'fr-FR'].map((locale) => localize(name, locale))).toEqual([
    'Summen',
    'Summen',
    'Totals',
  ]);
});

it('fills the placeholders of generators', () => {
  const manifest = parseManifest(
    'totals.xml',
    taskPane(
      ['https://addin.example/pane.html"', 'https://localhost:{PORT}/pane.html"'],
      ['<Id>22222222-0000-4000-8000-000000000002</Id>', '<Id>{application GUID here}</Id>'],
    ),
  );
  expect(manifest.hosts[0]?.pages[0]?.url.default).toBe('https://localhost:3000/pane.html');
  expect(manifest.webApplication?.id).toMatch(/^[\da-f-]{36}$/u);
});

it.each([
  [[['<ProviderName>Northwind</ProviderName>', '']], 'line 2, <OfficeApp>: It has no ProviderName.'],
  [
    [['TaskPaneApp', 'DictionaryApp']],
    'line 2, <OfficeApp>: The sandbox opens add-ins of the type TaskPaneApp, ContentApp or MailApp',
  ],
  [
    [['Name="Workbook"', 'Name="Excel"']],
    'line 12, <Host>: Unknown host "Excel". Use one of: Document, Workbook',
  ],
  [
    [['SourceLocation DefaultValue="https:', 'SourceLocation DefaultValue="http:']],
    'line 14, <SourceLocation>: "http://addin.example/pane.html" isn\'t an https address.',
  ],
  [
    [['resid="ClearLabel"', 'resid="Clear"']],
    'line 36, <Label>: Resources has no entry with the id "Clear" in ShortStrings or LongStrings.',
  ],
  [
    [['ExecuteFunction', 'Execute']],
    'line 37, <Action>: Unknown action "Execute". Use ShowTaskpane or ExecuteFunction.',
  ],
  [[['<FunctionFile resid="Functions"/>', '']], 'line 20, <DesktopFormFactor>: A button executes a function'],
  [[['</DisplayName>', '']], 'totals.xml, line 64: The file is not well-formed XML'],
  [[['<OfficeApp', '<!DOCTYPE x><OfficeApp']], 'totals.xml, line 2, <!DOCTYPE>'],
] as const)('names line and element: %j', (edits, message) => {
  expect(() => parseManifest('totals.xml', taskPane(...edits))).toThrow(message);
});

/** Commands in VersionOverrides 1.1, which is inside 1.0, and forms for older clients. */
const MAIL = `<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="MailApp">
  <Id>33333333-0000-4000-8000-000000000003</Id><Version>1.0</Version><ProviderName>Northwind</ProviderName>
  <DefaultLocale>en-US</DefaultLocale><DisplayName DefaultValue="Signatures"/><Description DefaultValue="Signs."/>
  <Hosts><Host Name="Mailbox"/></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="1.1"/></Sets></Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead"><DesktopSettings><SourceLocation DefaultValue="https://addin.example/read.html"/></DesktopSettings></Form>
    <Form xsi:type="ItemEdit"><DesktopSettings><SourceLocation DefaultValue="https://addin.example/edit.html"/></DesktopSettings></Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts/>
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
      <Requirements><bt:Sets DefaultMinVersion="1.10"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
      <Hosts><Host xsi:type="MailHost">
        <Runtimes><Runtime resid="Events"><Override type="javascript" resid="EventsJs"/></Runtime></Runtimes>
        <DesktopFormFactor>
          <ExtensionPoint xsi:type="MessageComposeCommandSurface"><OfficeTab id="TabDefault"><Group id="G"><Label resid="Label"/>
            <Control xsi:type="Button" id="Sign"><Label resid="Label"/><Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane"/></Action></Control>
          </Group></OfficeTab></ExtensionPoint>
          <ExtensionPoint xsi:type="LaunchEvent">
            <LaunchEvents><LaunchEvent Type="OnMessageSend" FunctionName="onSend" SendMode="SoftBlock"/></LaunchEvents>
            <SourceLocation resid="Events"/>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host></Hosts>
      <Resources>
        <bt:Urls><bt:Url id="Pane" DefaultValue="https://addin.example/pane.html"/><bt:Url id="Events" DefaultValue="https://addin.example/events.html"/><bt:Url id="EventsJs" DefaultValue="https://addin.example/events.js"/></bt:Urls>
        <bt:ShortStrings><bt:String id="Label" DefaultValue="Sign"/></bt:ShortStrings>
      </Resources>
      <WebApplicationInfo><Id>44444444-0000-4000-8000-000000000004</Id></WebApplicationInfo>
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>`;

it('reads a mail add-in from the innermost VersionOverrides', () => {
  const manifest = parseManifest('mail.xml', MAIL);
  expect(manifest.webApplication).toEqual({ id: '44444444-0000-4000-8000-000000000004', scopes: [] });
  expect(manifest.hosts).toMatchObject([
    {
      host: 'outlook',
      requirementSets: { Mailbox: '1.10' },
      pages: [
        { context: 'mailRead', url: text('https://addin.example/read.html') },
        { context: 'mailCompose', url: text('https://addin.example/edit.html') },
      ],
      groups: [{ contexts: ['mailCompose'], controls: [{ id: 'Sign' }] }],
      runtimes: [{ script: text('https://addin.example/events.js'), lifetime: 'short' }],
      launchEvents: [
        {
          type: 'OnMessageSend',
          functionName: 'onSend',
          sendMode: 'softBlock',
          page: text('https://addin.example/events.html'),
        },
      ],
    },
  ]);
});

it('reads a content add-in and its size', () => {
  expect(parseManifest('manifest.xml', taskPane(['TaskPaneApp', 'ContentApp'])).content).toEqual({
    width: 400,
    height: 300,
  });
  const sized = taskPane(
    ['TaskPaneApp', 'ContentApp'],
    [
      '</DefaultSettings>',
      '<RequestedWidth>420</RequestedWidth><RequestedHeight>240</RequestedHeight></DefaultSettings>',
    ],
  );
  expect(parseManifest('manifest.xml', sized).content).toEqual({ width: 420, height: 240 });
});
