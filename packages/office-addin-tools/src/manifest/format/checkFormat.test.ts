import { describe, expect, it } from 'vitest';
import { manifestTexts } from '../projectManifests.ts';
import { fixtureFolder } from '../testing/sampleManifests.ts';
import { checkFormat } from './checkFormat.ts';
import { mailManifest, validManifests, taskPaneManifest, contentManifest } from './testing/validManifests.ts';

const said = (xml: string) => checkFormat(xml).findings.map(({ problem, fix }) => `${problem} ${fix}`);

/** Replaces `from`. @throws Error if it does not occur */
function changed(text: string, from: string | RegExp, to: string | ((found: string) => string)): string {
  const result = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to);
  if (result === text) throw new Error(`Nothing to change: ${String(from)}`);
  return result;
}

describe('a valid manifest', () => {
  it.each(validManifests)('of %s has no findings', (_name, xml) => {
    expect(said(xml)).toEqual([]);
  });

  it('of the fixture project has no findings', () => {
    for (const [file, text] of manifestTexts(fixtureFolder))
      if (file.endsWith('.xml')) expect(said(text)).toEqual([]);
  });

  it('may use any namespace prefix', () => {
    const prefixed = taskPaneManifest.replaceAll('bt:', 'basic:').replace('xmlns:bt', 'xmlns:basic');
    expect(said(prefixed)).toEqual([]);
  });

  it('may be signed by a store, and may have a schemaLocation', () => {
    const signed = changed(
      taskPaneManifest,
      '</OfficeApp>',
      '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>x</SignedInfo></Signature></OfficeApp>',
    ).replace('xsi:type="TaskPaneApp"', '$& xsi:schemaLocation="a b"');
    expect(said(signed)).toEqual([]);
  });

  it.each(['{application GUID here}', '$app-id-guid$', '${CLIENT_ID}', 'Enter_client_ID_here'])(
    'may have the placeholder %s as the application id',
    (placeholder) => {
      expect(said(changed(taskPaneManifest, /(?<=<WebApplicationInfo>\s*<Id>)[^<]*/u, placeholder))).toEqual(
        [],
      );
    },
  );
});

type Case = [name: string, change: [string | RegExp, string], expected: RegExp];

const inTaskPane: Case[] = [
  // Names and positions
  [
    'a misspelled element',
    [/<Supertip>([^]*?)<\/Supertip>/, '<SuperTipp>$1</SuperTipp>'],
    /Did you mean <Supertip>/,
  ],
  [
    'an element in the wrong case',
    [/<permissions>|<Permissions>(.*)<\/Permissions>/, '<permissions>$1</permissions>'],
    /Did you mean <Permissions>/,
  ],
  [
    'an unknown element without a similar name',
    ['<Permissions>', '<Budget/><Permissions>'],
    /<Budget> is not allowed in <OfficeApp>/,
  ],
  [
    'an element in the wrong parent',
    ['<Hosts>\n    <Host Name', '<Set Name="X"/><Hosts>\n    <Host Name'],
    /It belongs in <Sets>/,
  ],
  [
    'elements out of order',
    [/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'],
    /<Version> comes too late: it belongs before <ProviderName>/,
  ],
  [
    'Resources before Hosts',
    [/(<Hosts>\s*<Host xsi[^]*<\/Hosts>)\s*(<Resources>[^]*<\/Resources>)/, '$2$1'],
    /<Hosts> comes too late/,
  ],
  [
    'the label of a tab before its groups',
    [/(<CustomTab id="Custom.Tab">)/, '$1<Label resid="Label" />'],
    /<Group> comes too late|more than one <Label>/,
  ],
  [
    'Enabled before Action',
    [/(<Action xsi:type="ExecuteFunction">)/, '<Enabled>true</Enabled>$1'],
    /<Action> comes too late: it belongs before <Enabled>/,
  ],
  // Occurrences
  [
    'no Label in a control',
    [/(<Control [^>]*>\s*)<Label resid="Label" \/>/, '$1'],
    /<Control> has no <Label>. Add it as the first element/,
  ],
  [
    'no Icon in a group',
    [/(<Group id="Home.Group">\s*<Label[^>]*>\s*)<Icon>[^]*?<\/Icon>/, '$1'],
    /<Group> has no <Icon>. Add it after <Label>/,
  ],
  [
    'a group without controls',
    [/<Group id="Custom.Group">([^]*?<\/Icon>)[^]*?<\/Group>/, '<Group id="Custom.Group">$1</Group>'],
    /<Group> has no <Control> or <OfficeControl>/,
  ],
  [
    'two actions',
    [/<Action xsi:type="ExecuteFunction">[^]*?<\/Action>/, '$&$&'],
    /<Item> has more than one <Action>|<Control> has more than one <Action>/,
  ],
  [
    'both places for a tab',
    ['</InsertAfter>', '</InsertAfter><InsertBefore>TabHome</InsertBefore>'],
    /more than 1 of <InsertAfter> or <InsertBefore>/,
  ],
  // Namespaces
  [
    'Override for bt:Override',
    ['<bt:Override Locale="de-DE" Value="Zeigen" />', '<Override Locale="de-DE" Value="Zeigen" />'],
    /Write <bt:Override>/,
  ],
  [
    'Image for bt:Image',
    ['<bt:Image size="16" resid="Icon" />', '<Image size="16" resid="Icon" />'],
    /Write <bt:Image>/,
  ],
  ['bt:Icon for Icon', [/<Icon>([^]*?)<\/Icon>/, '<bt:Icon>$1</bt:Icon>'], /Write <Icon>/],
  ['Sets for bt:Sets', [/<bt:Sets ([^]*?)<\/bt:Sets>/, '<Sets $1</Sets>'], /Write <bt:Sets>/],
  [
    'a type with the prefix of another namespace',
    ['xsi:type="Button"', 'xsi:type="bt:Button"'],
    /refers to another namespace/,
  ],
  [
    'overrides of a mail add-in',
    ['office/taskpaneappversionoverrides"', 'office/mailappversionoverrides"'],
    /are not valid here/,
  ],
  ['another format', ['appforoffice/1.1"', 'appforoffice/2.0"'], /OfficeApp is in the wrong namespace/],
  // Text
  [
    'text in a control',
    ['<Control xsi:type="Menu" id="Home.Menu">', '$&Show me'],
    /text directly in <Control>: "Show me"/,
  ],
  [
    'text in an empty element',
    ['<FunctionFile resid="Page" />', '<FunctionFile resid="Page">x</FunctionFile>'],
    /text directly in <FunctionFile>/,
  ],
  ['an element inside text', ['<Permissions>', '<Permissions><b/>'], /<b> is not allowed in <Permissions>/],
  // xsi:type
  [
    'a misspelled action',
    ['xsi:type="ShowTaskpane"', 'xsi:type="ShowTaskpan"'],
    /"ShowTaskpan" is not a type of <Action> here. Did you mean ShowTaskpane\?/,
  ],
  [
    'an action in the wrong case',
    ['xsi:type="ShowTaskpane"', 'xsi:type="ShowTaskPane"'],
    /Did you mean ShowTaskpane\?/,
  ],
  ['a misspelled control', ['xsi:type="Button"', 'xsi:type="Buton"'], /Did you mean Button\?/],
  [
    'a control for phones',
    ['xsi:type="Button"', 'xsi:type="MobileButton"'],
    /"MobileButton" is not a type of <Control>/,
  ],
  [
    'a misspelled extension point',
    ['"PrimaryCommandSurface"', '"PrimaryCommandSurfaces"'],
    /Did you mean PrimaryCommandSurface\?/,
  ],
  [
    'an extension point of Outlook',
    ['"PrimaryCommandSurface"', '"MessageReadCommandSurface"'],
    /is not a type of <ExtensionPoint>/,
  ],
  [
    'a misspelled host',
    ['<Host xsi:type="Workbook">', '<Host xsi:type="Workbooks">'],
    /Did you mean Workbook\?/,
  ],
  ['a misspelled add-in', ['xsi:type="TaskPaneApp"', 'xsi:type="TaskpaneApp"'], /Did you mean TaskPaneApp\?/],
  [
    'a misspelled version',
    ['"VersionOverridesV1_0"', '"VersionOverridesV1.0"'],
    /Did you mean VersionOverridesV1_0\?/,
  ],
  ['a misspelled token', ['"LocaleToken"', '"LocalToken"'], /Did you mean LocaleToken\?/],
  [
    'no type',
    ['<Control xsi:type="Button"', '<Control'],
    /<Control> has no xsi:type. Known types: Button, Menu/,
  ],
  [
    'a type without its prefix',
    ['<Control xsi:type="Button"', '<Control type="Button"'],
    /Did you mean xsi:type\?/,
  ],
  ['a type on an element without types', ['<Supertip>', '<Supertip xsi:type="Big">'], /Remove xsi:type/],
  // Attributes
  ['a misspelled attribute', ['<FunctionFile resid=', '<FunctionFile resId='], /Did you mean resid\?/],
  [
    'an unknown attribute',
    ['<Group id="Home.Group">', '<Group id="Home.Group" color="red">'],
    /<Group> has no attribute "color". It takes: id/,
  ],
  ['a missing attribute', [/(<bt:Image) size="16"/, '$1'], /<Image> needs the attribute size/],
  [
    'an attribute of another namespace',
    ['<Group id="Home.Group">', '<Group bt:id="x" id="Home.Group">'],
    /<Group> has no attribute "bt:id"/,
  ],
  ['no id', ['<Group id="Home.Group">', '<Group>'], /<Group> needs the attribute id/],
  // Values
  [
    'a provider of 130 characters',
    ['>Contoso<', `>${'x'.repeat(130)}<`],
    /<ProviderName> has 130 characters. Shorten it: at most 125/,
  ],
  [
    'a name of 126 characters',
    ['DefaultValue="Sample"', `DefaultValue="${'x'.repeat(126)}"`],
    /DefaultValue of <DisplayName> has 126 characters/,
  ],
  [
    'a translated name of 126 characters',
    ['Value="Beispiel"', `Value="${'x'.repeat(126)}"`],
    /Value of <Override> has 126 characters/,
  ],
  [
    'a description of 251 characters',
    ['DefaultValue="A sample."', `DefaultValue="${'x'.repeat(251)}"`],
    /has 251 characters/,
  ],
  [
    'an address of 2049 characters',
    ['https://a.test/support', `https://a.test/${'x'.repeat(2034)}`],
    /has 2049 characters/,
  ],
  ['a resid of 33 characters', [/"Label"/g, `"${'L'.repeat(33)}"`], /resid of <Label> has 33 characters/],
  [
    'an id of 126 characters',
    ['id="Home.Group"', `id="${'x'.repeat(126)}"`],
    /id of <Group> has 126 characters/,
  ],
  ['a function of 251 characters', ['>run<', `>${'x'.repeat(251)}<`], /<FunctionName> has 251 characters/],
  ['a pane id of 126 characters', ['>Pane<', `>${'x'.repeat(126)}<`], /<TaskpaneId> has 126 characters/],
  [
    'a set of 126 characters',
    ['Name="SharedRuntime"', `Name="${'x'.repeat(126)}"`],
    /Name of <Set> has 126 characters/,
  ],
  [
    'a method of 251 characters',
    ['Document.getSelectedDataAsync', 'x'.repeat(251)],
    /Name of <Method> has 251 characters/,
  ],
  [
    'a domain of 251 characters',
    ['>https://b.test<', `>https://${'b'.repeat(243)}<`],
    /<AppDomain> has 251 characters/,
  ],
  ['an empty text', ['>Contoso<', '> <'], /<ProviderName> is empty/],
  [
    'a misspelled permission',
    ['>ReadWriteDocument<', '>ReadWriteDocumnet<'],
    /Did you mean ReadWriteDocument\?/,
  ],
  ['a misspelled application', ['Host Name="Workbook"', 'Host Name="WorkBook"'], /Did you mean Workbook\?/],
  ['an invalid language', ['>en-US<', '>english (US)<'], /<DefaultLocale> cannot be "english \(US\)"/],
  ['a version with letters', ['>1.2.3.4<', '>v1<'], /<Version> cannot be "v1"/],
  ['an Id that is not a GUID', [/(?<=<Id>)1/, ''], /<Id> cannot be/],
  ['an invalid asset id', ['WA123456789', 'WA1'], /<AlternateId> cannot be/],
  ['a set of version 1', [' MinVersion="1.1"', ' MinVersion="1"'], /MinVersion of <Set> cannot be "1"/],
  ['an invalid lifetime', ['lifetime="long"', 'lifetime="forever"'], /Known values: short, long/],
  ['an invalid size', ['<bt:Image size="16"', '<bt:Image size="17"'], /size of <Image> cannot be "17"/],
  ['a misspelled type of a replaced add-in', ['<Type>COM</Type>', '<Type>CMO</Type>'], /Did you mean COM\?/],
  ['an invalid boolean', ['<OverriddenByRibbonApi>true', '<OverriddenByRibbonApi>yes'], /cannot be "yes"/],
  // References and ids
  [
    'a group and its control in a second tab',
    [/<OfficeTab id="TabHome">([^]*?)<\/OfficeTab>/, '$&<OfficeTab id="TabInsert">$1</OfficeTab>'],
    /<Group> "Home.Group" appears twice; the first is on line/,
  ],
  [
    'a control twice',
    [/<Control xsi:type="Button" id="Home.Show">[^]*?<\/Control>/, '$&$&'],
    /<Control> "Home.Show" appears twice/,
  ],
  [
    'a control twice in different groups',
    ['id="Custom.Run"', 'id="Home.Show"'],
    /<Control> "Home.Show" appears twice/,
  ],
  ['a menu item twice', [/<Item [^]*?<\/Item>/, '$&$&'], /<Item> "Home.Menu.Item" appears twice/],
  ['an application twice', ['<Host Name="Workbook" />', '$&$&'], /<Host> "Workbook" appears twice/],
  ['an id for two resources', ['<bt:Url id="Script"', '<bt:Url id="Page"'], /The id "Page" is used twice/],
  [
    'a misspelled tab',
    ['<OfficeTab id="TabHome">', '<OfficeTab id="TabHomee">'],
    /"TabHomee" is not a tab of this application. Did you mean TabHome\?/,
  ],
  [
    'a tab of another application',
    ['<OfficeTab id="TabHome">', '<OfficeTab id="TabReferences">'],
    /"TabReferences" is not a tab of this application/,
  ],
  ['a tab of Outlook', ['<OfficeTab id="TabHome">', '<OfficeTab id="TabDefault">'], /Known ids: TabHome/],
  ['a tab after a misspelled one', ['>TabData<', '>TabDatta<'], /Did you mean TabData\?/],
  ['a misspelled menu', ['"ContextMenuCell"', '"ContextMenuCel"'], /Did you mean ContextMenuCell\?/],
  [
    'an icon without 80 pixels',
    [/<bt:Image size="80" resid="Icon" \/>/, ''],
    /The icon has no image of size 80/,
  ],
  [
    'a reference without a resource',
    ['<FunctionFile resid="Page"', '<FunctionFile resid="Pages"'],
    /resid "Pages" names no resource/,
  ],
  [
    'a reference to a resource of the wrong group',
    ['<FunctionFile resid="Page"', '<FunctionFile resid="Label"'],
    /resid "Label" is in ShortStrings/,
  ],
  [
    'a runtime with an unknown page',
    ['<Runtime resid="Page"', '<Runtime resid="Gone"'],
    /resid "Gone" names no resource/,
  ],
  [
    'an event of Outlook',
    ['Type="OnDocumentOpened"', 'Type="OnNewMessageCompose"'],
    /Type of <LaunchEvent> cannot be "OnNewMessageCompose"/,
  ],
  [
    'an address without a scheme',
    ['https://a.test/pane.html', 'a.test/pane.html'],
    /is not an https address/,
  ],
  ['an address over http', ['"https://a.test/16.png"', '"http://a.test/16.png"'], /is not an https address/],
];

const inMail: Case[] = [
  [
    'an event in version 1.0',
    [
      /(<FunctionFile resid="Page" \/>)/,
      '$1<ExtensionPoint xsi:type="LaunchEvent"><LaunchEvents><LaunchEvent Type="OnMessageSend" FunctionName="f"/></LaunchEvents><SourceLocation resid="Page"/></ExtensionPoint>',
    ],
    /"LaunchEvent" is not a type of <ExtensionPoint> here/,
  ],
  [
    'pinning in version 1.0',
    [/<\/Action>/, '<SupportsPinning>true</SupportsPinning></Action>'],
    /<SupportsPinning> is not allowed in <Action>/,
  ],
  [
    'runtimes in version 1.0',
    ['<Host xsi:type="MailHost">', '$&<Runtimes><Runtime resid="Page"/></Runtimes>'],
    /<Runtimes> is not allowed in <Host>/,
  ],
  [
    'shared folders in version 1.0',
    ['<DesktopFormFactor>', '$&<SupportsSharedFolders>true</SupportsSharedFolders>'],
    /<SupportsSharedFolders> is not allowed/,
  ],
  [
    'mobile commands in version 1.0',
    ['</DesktopFormFactor>', '$&<MobileFormFactor/>'],
    /<MobileFormFactor> is not allowed in <Host>/,
  ],
  [
    'single sign-on in version 1.0',
    [/(V1_0">)([^]*)(<WebApplicationInfo>[^]*?<\/WebApplicationInfo>)/, '$1$2$3'.replace('$1$2', '$1$3$2')],
    /<WebApplicationInfo> is not allowed in <VersionOverrides>/,
  ],
  [
    'version 1.1 without 1.0 around it',
    [
      'mailappversionoverrides" xsi:type="VersionOverridesV1_0"',
      'mailappversionoverrides/1.1" xsi:type="VersionOverridesV1_1"',
    ],
    /are not valid here. Write xmlns="[^"]*mailappversionoverrides" xsi:type="VersionOverridesV1_0"/,
  ],
  [
    'type 1.1 in the namespace of 1.0',
    ['xsi:type="VersionOverridesV1_0"', 'xsi:type="VersionOverridesV1_1"'],
    /Did you mean VersionOverridesV1_0\?/,
  ],
  [
    'a pane id in Outlook',
    ['<Action xsi:type="ShowTaskpane">', '$&<TaskpaneId>x</TaskpaneId>'],
    /<TaskpaneId> is not allowed in <Action>/,
  ],
  [
    'a group icon in Outlook',
    [
      /(<Group id="MessageReadCommandSurface.Group">\s*<Label[^>]*>)/,
      '$1<Icon><bt:Image size="16" resid="Icon"/></Icon>',
    ],
    /<Icon> is not allowed in <Group>/,
  ],
  ['a misspelled event', ['Type="OnMessageSend"', 'Type="OnMesageSend"'], /Did you mean OnMessageSend\?/],
  [
    'an event of Word',
    ['Type="OnNewMessageCompose"', 'Type="OnDocumentOpened"'],
    /cannot be "OnDocumentOpened"/,
  ],
  [
    'an event twice',
    ['Type="OnNewMessageCompose"', 'Type="OnMessageSend"'],
    /<LaunchEvent> "OnMessageSend" appears twice/,
  ],
  ['a misspelled send mode', ['SendMode="PromptUser"', 'SendMode="PromtUser"'], /Did you mean PromptUser\?/],
  [
    'a send mode on an event without sending',
    ['FunctionName="compose"', 'FunctionName="compose" SendMode="Block"'],
    /The event "OnNewMessageCompose" does not support SendMode/,
  ],
  ['a tab of Word', ['id="TabDefault"', 'id="TabHome"'], /"TabHome" is not a tab of this application/],
  ['a misspelled form', ['xsi:type="ItemRead"', 'xsi:type="ItemReed"'], /Did you mean ItemRead\?/],
  ['a form twice', ['xsi:type="ItemEdit"', 'xsi:type="ItemRead"'], /<Form> "ItemRead" appears twice/],
  [
    'a misspelled rule',
    ['xsi:type="ItemHasAttachment"', 'xsi:type="ItemHasAttachments"'],
    /Did you mean ItemHasAttachment\?/,
  ],
  ['a rule without its form', [' FormType="Read"', ''], /<Rule> needs the attribute FormType/],
  [
    'a height of 1000',
    ['>250<', '>1000<'],
    /<RequestedHeight> cannot be "1000". Write a whole number from 32 to 450/,
  ],
  ['no rule', [/<Rule xsi:type="RuleCollection"[^]*<\/Rule>(?=\s*<Dis)/, ''], /<OfficeApp> has no <Rule>/],
  ['a mobile icon without its scale', [' scale="1"', ''], /<Image> needs the attribute scale/],
  ['a mobile icon of 80 pixels', ['size="25"', 'size="80"'], /size of <Image> cannot be "80"/],
  [
    'a mobile icon without one of the sizes',
    [/<bt:Image size="48" scale="3" resid="Icon" \/>/, ''],
    /The icon has no image of 48 at scale 3/,
  ],
  [
    'a mobile icon without its type',
    [' xsi:type="bt:MobileIconList"', ''],
    /Write xsi:type="MobileIconList"/,
  ],
  ['an unknown permission', ['>AppendOnSend<', '>PrependOnSend<'], /AppendOnSend/],
  ['a permission of Word', ['>ReadWriteItem<', '>ReadWriteDocument<'], /Known values: Restricted, ReadItem/],
  [
    'Word as a host of a mail add-in',
    ['<Host Name="Mailbox" />', '<Host Name="Document" />'],
    /Name of <Host> cannot be "Document"/,
  ],
  [
    'a manifest that is too large for Exchange',
    ['<Hosts>', `<!--${'x'.repeat(300_000)}--><Hosts>`],
    /up to 256 KB/,
  ],
];

describe('checkFormat on a task pane add-in', () => {
  it.each(inTaskPane)('finds %s', (_name, [from, to], expected) => {
    expect(said(changed(taskPaneManifest, from, to))).toContainEqual(expect.stringMatching(expected));
  });
});

describe('checkFormat on a mail add-in', () => {
  it.each(inMail)('finds %s', (_name, [from, to], expected) => {
    expect(said(changed(mailManifest, from, to))).toContainEqual(expect.stringMatching(expected));
  });
});

describe('checkFormat on a content add-in', () => {
  it.each<Case>([
    [
      'a ribbon',
      ['<WebApplicationInfo>', '<Hosts/><WebApplicationInfo>'],
      /<Hosts> is not allowed in <VersionOverrides>/,
    ],
    ['an invalid boolean', ['>true<', '>maybe<'], /cannot be "maybe"/],
    ['a width of 10', ['>400<', '>10<'], /Write a whole number from 32 to 1000/],
  ])('finds %s', (_name, [from, to], expected) => {
    expect(said(changed(contentManifest, from, to))).toContainEqual(expect.stringMatching(expected));
  });
});

describe('a finding', () => {
  it('names the line where the element begins', () => {
    const xml = changed(
      taskPaneManifest,
      '<Group id="Home.Group">',
      '<Group\n  id="Home.Group"\n  color="red">',
    );
    const line = xml.slice(0, xml.indexOf('color=')).split('\n').length - 2;
    expect(checkFormat(xml).findings).toEqual([
      expect.objectContaining({ where: `… > ExtensionPoint > OfficeTab > Group, line ${line}` }),
    ]);
  });

  it('is reported once for a misspelled element, and its content is still checked', () => {
    const xml = changed(
      taskPaneManifest,
      /<Supertip>\s*<Title resid="Label" \/>([^]*?)<\/Supertip>/,
      '<SuperTip><Titel resid="Label" />$1</SuperTip>',
    );
    expect(said(xml)).toEqual([
      '<SuperTip> is not allowed in <Control>. Did you mean <Supertip>?',
      '<Titel> is not allowed in <SuperTip>. Did you mean <Title>?',
    ]);
  });

  it('is reported once for a whole branch in the wrong namespace', () => {
    const xml = changed(taskPaneManifest, /<bt:Urls>[^]*<\/bt:Urls>/, (branch: string) =>
      branch.replaceAll('bt:', ''),
    );
    expect(said(xml)).toEqual([expect.stringMatching(/Write <bt:Urls>/)]);
  });

  it('truncates a long value to one line', () => {
    const [only = ''] = said(changed(taskPaneManifest, '>ReadWriteDocument<', `>${'😀\n'.repeat(5000)}<`));
    expect(only.length).toBeLessThan(300);
    expect(only).not.toContain('\n');
    expect(only).not.toMatch(/\p{Cs}/u);
  });
});
