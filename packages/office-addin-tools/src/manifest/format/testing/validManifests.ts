/** Valid manifests that use as much of the format as possible. Tests break them in one place at a time. */

const ROOT = `xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"`;

const opening = (hosts: string) => `  <Id>11111111-2222-4333-8444-555555555555</Id>
  <AlternateId>en-US\\WA123456789</AlternateId>
  <Version>1.2.3.4</Version>
  <ProviderName>Contoso</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Sample">
    <Override Locale="de-DE" Value="Beispiel" />
  </DisplayName>
  <Description DefaultValue="A sample." />
  <IconUrl DefaultValue="https://a.test/32.png" />
  <HighResolutionIconUrl DefaultValue="https://a.test/64.png" />
  <SupportUrl DefaultValue="https://a.test/support" />
  <AppDomains>
    <AppDomain>https://b.test</AppDomain>
  </AppDomains>
  <Hosts>
${hosts}
  </Hosts>`;

const label = `<Label resid="Label" />`;
const supertip = `<Supertip>
      <Title resid="Label" />
      <Description resid="Tip" />
    </Supertip>`;
const icon = `<Icon>
      <bt:Image size="16" resid="Icon" />
      <bt:Image size="32" resid="Icon" />
      <bt:Image size="80" resid="Icon" />
    </Icon>`;
const show = (id: string) => `<Action xsi:type="ShowTaskpane">
      ${id}<SourceLocation resid="Page" />
    </Action>`;
const run = `<Action xsi:type="ExecuteFunction">
      <FunctionName>run</FunctionName>
    </Action>`;
const button = (id: string, action: string) => `<Control xsi:type="Button" id="${id}">
    ${label}
    ${supertip}
    ${icon}
    ${action}
  </Control>`;
const menu = (id: string, action: string) => `<Control xsi:type="Menu" id="${id}">
    ${label}
    ${supertip}
    ${icon}
    <Items>
      <Item id="${id}.Item">
        ${label}
        ${supertip}
        ${action}
      </Item>
    </Items>
  </Control>`;
const resources = `<Resources>
    <bt:Images>
      <bt:Image id="Icon" DefaultValue="https://a.test/16.png">
        <bt:Override Locale="de-DE" Value="https://a.test/de/16.png" />
      </bt:Image>
    </bt:Images>
    <bt:Urls>
      <bt:Url id="Page" DefaultValue="https://a.test/pane.html" />
      <bt:Url id="Script" DefaultValue="https://a.test/events.js" />
    </bt:Urls>
    <bt:ShortStrings>
      <bt:String id="Label" DefaultValue="Show">
        <bt:Override Locale="de-DE" Value="Zeigen" />
      </bt:String>
    </bt:ShortStrings>
    <bt:LongStrings>
      <bt:String id="Tip" DefaultValue="Shows it." />
    </bt:LongStrings>
  </Resources>`;
const registration = `<WebApplicationInfo>
    <Id>11111111-2222-4333-8444-555555555555</Id>
    <Resource>api://a.test/11111111-2222-4333-8444-555555555555</Resource>
    <Scopes>
      <Scope>openid</Scope>
      <Scope>profile</Scope>
    </Scopes>
  </WebApplicationInfo>`;
const equivalent = `<EquivalentAddins>
    <EquivalentAddin>
      <ProgId>Contoso.Addin</ProgId>
      <Type>COM</Type>
    </EquivalentAddin>
  </EquivalentAddins>`;

export const taskPaneManifest = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp ${ROOT} xsi:type="TaskPaneApp">
${opening('    <Host Name="Workbook" />\n    <Host Name="Document" />')}
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1" />
    </Sets>
    <Methods>
      <Method Name="Document.getSelectedDataAsync" />
    </Methods>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="https://a.test/pane.html" />
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
  <Description resid="Tip" />
  <Requirements>
    <bt:Sets DefaultMinVersion="1.1">
      <bt:Set Name="AddinCommands" MinVersion="1.3" />
    </bt:Sets>
  </Requirements>
  <Hosts>
    <Host xsi:type="Workbook">
      <Runtimes>
        <Runtime resid="Page" lifetime="long" />
      </Runtimes>
      <AllFormFactors>
        <ExtensionPoint xsi:type="CustomFunctions">
          <Script>
            <SourceLocation resid="Script" />
          </Script>
          <Page>
            <SourceLocation resid="Page" />
          </Page>
          <Metadata>
            <SourceLocation resid="Script" />
          </Metadata>
          <Namespace resid="Label" />
        </ExtensionPoint>
      </AllFormFactors>
      <DesktopFormFactor>
        <GetStarted>
          <Title resid="Label" />
          <Description resid="Tip" />
          <LearnMoreUrl resid="Page" />
        </GetStarted>
        <FunctionFile resid="Page" />
        <ExtensionPoint xsi:type="PrimaryCommandSurface">
          <OfficeTab id="TabHome">
            <Group id="Home.Group">
              ${label}
              ${icon}
              ${button('Home.Show', show('<TaskpaneId>Pane</TaskpaneId>'))}
              ${menu('Home.Menu', run)}
            </Group>
          </OfficeTab>
          <CustomTab id="Custom.Tab">
            <Group id="Custom.Group">
              <OverriddenByRibbonApi>true</OverriddenByRibbonApi>
              ${label}
              ${icon}
              ${button('Custom.Run', run)}
              <OfficeControl id="Superscript" />
            </Group>
            <OfficeGroup id="Paragraph" />
            ${label}
            <InsertAfter>TabData</InsertAfter>
          </CustomTab>
        </ExtensionPoint>
        <ExtensionPoint xsi:type="ContextMenu">
          <OfficeMenu id="ContextMenuCell">
            ${button('Cell.Run', run)}
          </OfficeMenu>
        </ExtensionPoint>
      </DesktopFormFactor>
    </Host>
    <Host xsi:type="Document">
      <AllFormFactors>
        <ExtensionPoint xsi:type="LaunchEvent">
          <LaunchEvents>
            <LaunchEvent Type="OnDocumentOpened" FunctionName="opened" />
          </LaunchEvents>
          <SourceLocation resid="Page" />
        </ExtensionPoint>
      </AllFormFactors>
    </Host>
  </Hosts>
  ${resources}
  ${registration}
  ${equivalent}
  </VersionOverrides>
  <ExtendedOverrides Url="https://a.test/extended.json">
    <Tokens>
      <Token Name="locale" DefaultValue="en-us" xsi:type="LocaleToken">
        <Override Locale="es-*" Value="es-es" />
      </Token>
    </Tokens>
  </ExtendedOverrides>
</OfficeApp>
`;

const surface = (name: string, action: string) => `<ExtensionPoint xsi:type="${name}">
    <OfficeTab id="TabDefault">
      <Group id="${name}.Group">
        ${label}
        ${button(`${name}.Show`, action)}
        ${menu(`${name}.Menu`, run)}
      </Group>
    </OfficeTab>
  </ExtensionPoint>`;
const mobileIcon = `<Icon xsi:type="bt:MobileIconList">
      ${[25, 32, 48]
        .flatMap((size) =>
          [1, 2, 3].map((scale) => `<bt:Image size="${size}" scale="${scale}" resid="Icon" />`),
        )
        .join('\n      ')}
    </Icon>`;

export const mailManifest = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp ${ROOT} xsi:type="MailApp">
${opening('    <Host Name="Mailbox" />')}
  <Requirements>
    <Sets>
      <Set Name="Mailbox" MinVersion="1.3" />
    </Sets>
  </Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead">
      <DesktopSettings>
        <SourceLocation DefaultValue="https://a.test/pane.html" />
        <RequestedHeight>250</RequestedHeight>
      </DesktopSettings>
    </Form>
    <Form xsi:type="ItemEdit">
      <DesktopSettings>
        <SourceLocation DefaultValue="https://a.test/pane.html" />
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Read" />
    <Rule xsi:type="ItemHasAttachment" />
  </Rule>
  <DisableEntityHighlighting>false</DisableEntityHighlighting>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
  <Requirements>
    <bt:Sets DefaultMinVersion="1.4">
      <bt:Set Name="Mailbox" />
    </bt:Sets>
  </Requirements>
  <Hosts>
    <Host xsi:type="MailHost">
      <DesktopFormFactor>
        <FunctionFile resid="Page" />
        ${surface('MessageReadCommandSurface', show(''))}
      </DesktopFormFactor>
    </Host>
  </Hosts>
  ${resources}
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
  <Requirements>
    <bt:Sets DefaultMinVersion="1.10">
      <bt:Set Name="Mailbox" />
    </bt:Sets>
  </Requirements>
  <Hosts>
    <Host xsi:type="MailHost">
      <Runtimes>
        <Runtime resid="Page">
          <Override type="javascript" resid="Script" />
        </Runtime>
      </Runtimes>
      <DesktopFormFactor>
        <SupportsSharedFolders>true</SupportsSharedFolders>
        <FunctionFile resid="Page" />
        ${surface('MessageReadCommandSurface', show('').replace('</Action>', '<SupportsPinning>true</SupportsPinning></Action>'))}
        ${surface('AppointmentOrganizerCommandSurface', show(''))}
        <ExtensionPoint xsi:type="LaunchEvent">
          <LaunchEvents>
            <LaunchEvent Type="OnMessageSend" FunctionName="send" SendMode="PromptUser" />
            <LaunchEvent Type="OnNewMessageCompose" FunctionName="compose" />
          </LaunchEvents>
          <SourceLocation resid="Page" />
        </ExtensionPoint>
        <ExtensionPoint xsi:type="Events">
          <Event Type="ItemSend" FunctionExecution="synchronous" FunctionName="send" />
        </ExtensionPoint>
        <ExtensionPoint xsi:type="DetectedEntity">
          ${label}
          <SourceLocation resid="Page" />
          <Rule xsi:type="ItemIs" ItemType="Message" />
        </ExtensionPoint>
      </DesktopFormFactor>
      <MobileFormFactor>
        <ExtensionPoint xsi:type="MobileMessageReadCommandSurface">
          <Group id="Mobile.Group">
            ${label}
            <Control xsi:type="MobileButton" id="Mobile.Show">
              ${label}
              ${mobileIcon}
              ${show('')}
            </Control>
          </Group>
        </ExtensionPoint>
      </MobileFormFactor>
    </Host>
  </Hosts>
  ${resources}
  ${registration}
  ${equivalent}
  <ExtendedPermissions>
    <ExtendedPermission>AppendOnSend</ExtendedPermission>
  </ExtendedPermissions>
  </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;

export const contentManifest = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp ${ROOT} xsi:type="ContentApp">
${opening('    <Host Name="Presentation" />')}
  <DefaultSettings>
    <SourceLocation DefaultValue="https://a.test/content.html" />
    <RequestedWidth>400</RequestedWidth>
    <RequestedHeight>300</RequestedHeight>
  </DefaultSettings>
  <Permissions>ReadDocument</Permissions>
  <AllowSnapshot>true</AllowSnapshot>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/contentappversionoverrides" xsi:type="VersionOverridesV1_0">
    ${registration}
  </VersionOverrides>
</OfficeApp>
`;

/** The outer VersionOverrides only wraps the inner one. */
export const wrappedMailManifest = mailManifest.replace(
  /(?<=V1_0">)[^]*?(?=<VersionOverrides [^>]*V1_1">)/u,
  '\n  ',
);

export const oldManifest = `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="MailApp">
  <Id>11111111-2222-4333-8444-555555555555</Id>
  <Version>1.0</Version>
  <ProviderName>Contoso</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Sample" />
  <Description DefaultValue="A sample." />
  <Capabilities>
    <Capability Name="Mailbox" />
  </Capabilities>
  <DesktopSettings>
    <SourceLocation DefaultValue="~remoteAppUrl/pane.html" />
    <RequestedHeight>250</RequestedHeight>
  </DesktopSettings>
  <Permissions>ReadItem</Permissions>
  <Rule xsi:type="ItemIs" ItemType="Message" />
  <DisableEntityHighlighting>false</DisableEntityHighlighting>
</OfficeApp>
`;

export const validManifests: readonly (readonly [string, string])[] = [
  ['a task pane add-in', taskPaneManifest],
  ['a mail add-in', mailManifest],
  ['a mail add-in whose outer overrides only wrap', wrappedMailManifest],
  ['a content add-in', contentManifest],
  ['a mail add-in in version 1.0 of the format', oldManifest],
];
