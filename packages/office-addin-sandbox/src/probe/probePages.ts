const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The pane of the probe add-in. */
export const probePane = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Office probe</title>
<script src="${OFFICE_JS}"></script>
<style>
:root { color-scheme: light dark; --quiet: light-dark(#566072, #a5adbb); --line: light-dark(#868f9e, #717b8a); --accent: light-dark(#0b6b63, #5fd0c4); --on-accent: light-dark(#ffffff, #06211e); }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; font: 14px/1.45 system-ui, sans-serif; background: light-dark(#ffffff, #1b1e23); color: light-dark(#1d2330, #e8eaee); }
h1 { margin: 0 0 8px; font-size: 20px; }
h2 { margin: 20px 0 8px; font-size: 15px; }
p { margin: 0 0 12px; color: var(--quiet); }
button, a.button { display: inline-block; min-height: 32px; margin: 0 4px 4px 0; padding: 5px 14px; font: inherit; color: inherit; text-decoration: none; background: none; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); font-weight: 600; }
button:disabled { opacity: 0.6; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
ol { margin: 12px 0; padding-inline-start: 28px; font-size: 13px; overflow-wrap: anywhere; }
#status { margin: 12px 0 0; }
#status:empty { display: none; }
textarea { width: 100%; margin-top: 4px; padding: 8px; font: 12px ui-monospace, monospace; color: inherit; background: none; border: 1px solid var(--line); border-radius: 6px; }
</style>
</head>
<body>
<h1>Office probe</h1>
<p>Asks Office how it behaves, and records the answers without names, tokens or document text. It inserts test content and removes it again. Use an empty document or a message of no importance.</p>
<button id="run" class="primary" type="button" disabled>Run the probes</button>
<p id="status" role="status"></p>
<section id="result" hidden>
<h2>Answers</h2>
<button id="copy" type="button">Copy</button><a id="download" class="button">Download</a>
<span id="copied" role="status"></span>
<textarea id="json" rows="10" readonly aria-label="Answers as JSON"></textarea>
</section>
<ol id="list" aria-label="Probes"></ol>
<script src="probe.js"></script>
</body>
</html>
`;

/** The dialog that sends one message to its pane. */
export const probeDialog = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Office probe: dialog</title><script src="${OFFICE_JS}"></script></head>
<body><p>This dialog closes automatically.</p>
<script>Office.onReady(() => setTimeout(() => Office.context.ui.messageParent('hello'), 1500));</script>
</body>
</html>
`;

const manifestStart = (
  type: 'TaskPaneApp' | 'MailApp',
  id: string,
  origin: string,
) => `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="${type}">
  <Id>${id}</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>office-addin-sandbox</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Office probe"/>
  <Description DefaultValue="Records how Office behaves."/>
  <IconUrl DefaultValue="${origin}/icon.png"/>
  <HighResolutionIconUrl DefaultValue="${origin}/icon.png"/>
  <SupportUrl DefaultValue="${origin}/probe.html"/>`;

const webApplicationInfo = (origin: string, clientId: string) => `<WebApplicationInfo>
      <Id>${clientId}</Id>
      <Resource>api://${new URL(origin).host}/${clientId}</Resource>
      <Scopes><Scope>User.Read</Scope></Scopes>
    </WebApplicationInfo>`;

/** The manifest of the probe add-in, for Word, Excel and PowerPoint. @param clientId of an app registration */
export const probeManifest = (
  origin: string,
  clientId: string,
) => `${manifestStart('TaskPaneApp', '0ff1ce00-0000-4000-8000-0000000b0be5', origin)}
  <Hosts><Host Name="Document"/><Host Name="Workbook"/><Host Name="Presentation"/></Hosts>
  <DefaultSettings><SourceLocation DefaultValue="${origin}/probe.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    ${webApplicationInfo(origin, clientId)}
  </VersionOverrides>
</OfficeApp>
`;

/** Outlook needs the pane in each version of the overrides, and the app registration in 1.1. */
const mailHosts = (
  id: string,
) => `<Requirements><bt:Sets DefaultMinVersion="1.3"><bt:Set Name="Mailbox"/></bt:Sets></Requirements>
    <Hosts>
      <Host xsi:type="MailHost">
        <DesktopFormFactor>
          ${['MessageReadCommandSurface', 'MessageComposeCommandSurface']
            .map(
              (surface) => `<ExtensionPoint xsi:type="${surface}">
            <OfficeTab id="TabDefault">
              <Group id="${id}.${surface}">
                <Label resid="Label"/>
                <Control xsi:type="Button" id="${id}.${surface}.Show">
                  <Label resid="Label"/>
                  <Supertip><Title resid="Label"/><Description resid="Tooltip"/></Supertip>
                  <Icon>${[16, 32, 80].map((size) => `<bt:Image size="${size}" resid="Icon"/>`).join('')}</Icon>
                  <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane"/></Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>`,
            )
            .join('\n          ')}
        </DesktopFormFactor>
      </Host>
    </Hosts>`;

const mailResources = (origin: string) => `<Resources>
      <bt:Images><bt:Image id="Icon" DefaultValue="${origin}/icon.png"/></bt:Images>
      <bt:Urls><bt:Url id="Pane" DefaultValue="${origin}/probe.html"/></bt:Urls>
      <bt:ShortStrings><bt:String id="Label" DefaultValue="Office probe"/></bt:ShortStrings>
      <bt:LongStrings><bt:String id="Tooltip" DefaultValue="Records how Office behaves."/></bt:LongStrings>
    </Resources>`;

/** The manifest of the probe add-in for Outlook. @param clientId of an app registration */
export const probeMailManifest = (
  origin: string,
  clientId: string,
) => `${manifestStart('MailApp', '0ff1ce00-0000-4000-8000-0000000b0be6', origin)}
  <Hosts><Host Name="Mailbox"/></Hosts>
  <Requirements><Sets><Set Name="Mailbox" MinVersion="1.3"/></Sets></Requirements>
  <FormSettings>
    <Form xsi:type="ItemRead"><DesktopSettings><SourceLocation DefaultValue="${origin}/probe.html"/><RequestedHeight>450</RequestedHeight></DesktopSettings></Form>
    <Form xsi:type="ItemEdit"><DesktopSettings><SourceLocation DefaultValue="${origin}/probe.html"/></DesktopSettings></Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Read"/>
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Edit"/>
  </Rule>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides" xsi:type="VersionOverridesV1_0">
    ${mailHosts('V10')}
    ${mailResources(origin)}
    <VersionOverrides xmlns="http://schemas.microsoft.com/office/mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1">
    ${mailHosts('V11')}
    ${mailResources(origin)}
    ${webApplicationInfo(origin, clientId)}
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
