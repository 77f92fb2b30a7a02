import { describe, expect, it } from 'vitest';
import { applyDeployment } from './applyDeployment.ts';
import { checkManifest } from './checkManifest.ts';
import type { ManifestFacts } from './manifestFacts.ts';
import { sampleId, sampleLocales, sampleManifest, sampleSettings } from './testing/sampleManifests.ts';

const taskPane = sampleManifest('manifest.xml');
const mail = sampleManifest('manifest.outlook.xml');
const mailId = sampleId('manifest.outlook.xml');
const clientId = '11111111-2222-4333-8444-555555555555';

const facts: ManifestFacts = {
  ...sampleSettings,
  file: 'manifest.xml',
  locales: sampleLocales,
  otherIds: [mailId],
  iconSize: (path) => {
    const side = Number(/^\/icons\/icon-(\d+)\.png$/u.exec(path)?.[1]);
    return side <= 128 ? { width: side, height: side } : undefined;
  },
};
const mailFacts: ManifestFacts = { ...facts, file: 'manifest.outlook.xml', otherIds: [] };

const texts = (xml: string, known = facts) => checkManifest(xml, known).map(({ problem }) => problem);

/** Replaces `from`. @throws Error if it does not occur */
function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`Nothing to change: ${String(from)}`);
  return result;
}

describe('the fixture manifests', () => {
  it('are valid', () => {
    expect(checkManifest(taskPane, facts)).toEqual([]);
    expect(checkManifest(mail, mailFacts)).toEqual([]);
  });

  it('are valid with an application id', () => {
    const configured = { ...facts, clientId };
    expect(checkManifest(taskPane.replaceAll('{application GUID here}', clientId), configured)).toEqual([]);
    expect(
      checkManifest(mail.replaceAll('{application GUID here}', clientId), { ...mailFacts, clientId }),
    ).toEqual([]);
  });

  it('are valid on another host', () => {
    const moved = { ...facts, addinOrigin: 'https://addin.example.com' };
    expect(checkManifest(taskPane.replaceAll('localhost:3000', 'addin.example.com'), moved)).toEqual([]);
  });

  it('list an origin in AppDomains only for Outlook on localhost', () => {
    expect(taskPane).not.toContain('<AppDomain>');
    expect(mail.match(/<AppDomain>.*<\/AppDomain>/gu)).toEqual([
      '<AppDomain>https://localhost:3000</AppDomain>',
    ]);
    const moved = { ...mailFacts, addinOrigin: 'https://addin.example.com' };
    const text = applyDeployment(mail, {
      origin: moved.addinOrigin,
      clientId: undefined,
      scopes: moved.scopes,
    });
    expect(text).not.toContain('AppDomain>');
    expect(checkManifest(text, moved)).toEqual([]);
  });
});

/** [name, change, expected problem] */
const seeded: [string, [string | RegExp, string], RegExp][] = [
  ['an unclosed tag', ['</DisplayName>', ''], /not well-formed/],
  ['an unescaped ampersand', [/<DisplayName DefaultValue="/, '$&A & B'], /not well-formed/],
  ['an undeclared prefix', [/\sxmlns:bt="[^"]*"/, ''], /not well-formed/],
  ['another type of add-in', [/TaskPaneApp/, 'ContentApp'], /not the manifest/],
  ['an Id that is not a GUID', [/<Id>.{4}/, '<Id>'], /<Id> cannot be/],
  ['an Id of zeros', [/(?<=<Id>)[^<]*/, '00000000-0000-0000-0000-000000000000'], /is not a GUID/],
  ['the Id of the other manifest', [/(?<=<Id>)[^<]*/, mailId.toUpperCase()], /same Id/],
  ['a version with letters', ['1.0.0.0', '1.0.0-beta'], /<Version> cannot be/],
  ['a version with six digits', ['1.0.0.0', '1.123456'], /<Version> cannot be/],
  [
    'elements out of order',
    [/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'],
    /too late/,
  ],
  ['an unknown element', ['<Permissions>', '<Extra/><Permissions>'], /<Extra> is not allowed in <OfficeApp>/],
  ['no SupportUrl', [/<SupportUrl .*\/>/, ''], /has no <SupportUrl>/],
  [
    'two versions',
    ['<Version>1.0.0.0</Version>', '<Version>1</Version><Version>1</Version>'],
    /more than one <Version>/,
  ],
  ['an unknown host', ['Name="Workbook"', 'Name="Spreadsheet"'], /cannot be "Spreadsheet"/],
  [
    'a host without a button',
    ['<Host xsi:type="Presentation">', '<Host xsi:type="Project">'],
    /no Host "Presentation"/,
  ],
  [
    'an icon over http',
    ['https://localhost:3000/icons/icon-32.png', 'http://localhost:3000/icons/icon-32.png'],
    /not an https/,
  ],
  ['a support page without a scheme', ['https://example.com/support', 'example.com/support'], /not an https/],
  [
    'a missing icon file',
    ['icons/icon-64.png', 'icons/logo.png'],
    /icon file for \/icons\/logo\.png is missing/,
  ],
  [
    'an icon of the wrong size',
    ['icons/icon-64.png', 'icons/icon-48.png'],
    /48 x 48 pixels, but must have 64 x 64/,
  ],
  [
    'a button image of the wrong size',
    [/(id="Icon.80" DefaultValue=".*)icon-80/, '$1icon-96'],
    /96 x 96 pixels, but must have 80/,
  ],
  ['a button without the size 80', [/<bt:Image size="80" .*\/>/, ''], /no image of size 80/],
  ['a resid without a resource', ['resid="Show.Label"', 'resid="Show.Labels"'], /names no resource/],
  [
    'a resid of the wrong group',
    ['<Description resid="Show.Tooltip"', '<Description resid="Show.Label"'],
    /is in ShortStrings/,
  ],
  ['a duplicate id', ['<bt:String id="GetStarted.Title"', '<bt:String id="Show.Label"'], /is used twice/],
  [
    'an id that is too long',
    [/Group\.Label/g, 'Group.Label.Of.The.Group.On.The.Home.Tab'],
    /has 40 characters/,
  ],
  [
    'a short string that is too long',
    ['DefaultValue="Show files"', `DefaultValue="${'x'.repeat(126)}"`],
    /126 characters/,
  ],
  [
    'a translation that is too long',
    ['Value="Dateien anzeigen"', `Value="${'x'.repeat(126)}"`],
    /126 characters/,
  ],
  [
    'a description that is too long',
    [/(<Description DefaultValue=")[^"]*/, `$1${'x'.repeat(251)}`],
    /251 characters/,
  ],
  ['an empty text', ['DefaultValue="Show files"', 'DefaultValue=" "'], /is empty/],
  [
    'a text without one of the languages',
    [/<bt:Override Locale="th-TH" Value="แสดงไฟล์" \/>/, ''],
    /no text for th-TH/,
  ],
  [
    'a language in one text only',
    ['Locale="th-TH" Value="แสดงไฟล์"', 'Locale="eo-EO" Value="x"'],
    /no text for eo-EO/,
  ],
  ['a language twice', ['<Override Locale="pt-BR" ', '<Override Locale="de-DE" '], /two texts for de-DE/],
  [
    'no WebApplicationInfo',
    [/<WebApplicationInfo>[^]*<\/WebApplicationInfo>/, ''],
    /WebApplicationInfo is missing/,
  ],
  [
    'WebApplicationInfo before Resources',
    [/(<Resources>[^]*<\/Resources>)\s*(<WebApplicationInfo>[^]*<\/WebApplicationInfo>)/, '$2$1'],
    /<Resources> comes too late/,
  ],
  [
    'an application id that is not a GUID',
    ['<Id>{application GUID here}', '<Id>my-app'],
    /neither an application id/,
  ],
  ['a Resource on another port', ['api://localhost:3000', 'api://localhost:3001'], /names localhost:3001/],
  ['a Resource without a port', ['api://localhost:3000', 'api://localhost'], /names localhost,/],
  [
    'a Resource with another id',
    ['api://localhost:3000/{application GUID here}', `api://localhost:3000/${clientId}`],
    /ends in/,
  ],
  [
    'a Resource of another form',
    ['api://localhost:3000/', 'https://localhost:3000/'],
    /does not have the form/,
  ],
  ['no scope profile', ['<Scope>profile</Scope>', ''], /scope profile is missing/],
  ['a scope of SCOPE missing', ['<Scope>Files.Read</Scope>', ''], /SCOPE contains Files\.Read/],
  [
    'a scope that is not in SCOPE',
    ['<Scope>Files.Read</Scope>', '<Scope>Files.ReadWrite.All</Scope>'],
    /but SCOPE does not/,
  ],
  [
    'an AppDomain with a path',
    ['<Hosts>', '<AppDomains><AppDomain>https://a.test/common</AppDomain></AppDomains><Hosts>'],
    /not an origin/,
  ],
  [
    'an AppDomain with a slash',
    ['<Hosts>', '<AppDomains><AppDomain>https://a.test/</AppDomain></AppDomains><Hosts>'],
    /not an origin/,
  ],
  [
    'an AppDomain with a wildcard',
    ['<Hosts>', '<AppDomains><AppDomain>https://*.a.test</AppDomain></AppDomains><Hosts>'],
    /not an origin/,
  ],
  [
    'a page on another origin',
    ['https://localhost:3000/taskpane.html', 'https://localhost:3001/taskpane.html'],
    /page is on/,
  ],
  ['a permission of mail add-ins', ['ReadWriteDocument', 'ReadWriteItem'], /<Permissions> cannot be/],
  [
    'the wrong namespace',
    ['office/taskpaneappversionoverrides"', 'office/mailappversionoverrides"'],
    /are not valid here/,
  ],
];

describe('checkManifest on manifest.xml', () => {
  it.each(seeded)('finds %s', (_name, [from, to], problem) => {
    expect(texts(changed(taskPane, from, to))).toContainEqual(expect.stringMatching(problem));
  });
});

describe('checkManifest on manifest.outlook.xml', () => {
  it.each<[string, [string | RegExp, string], RegExp]>([
    ['a host that is not Mailbox', ['Name="Mailbox"', 'Name="Document"'], /cannot be "Document"/],
    [
      'WebApplicationInfo in version 1.0',
      [/(<VersionOverrides [^>]*V1_1">[^]*?)(<WebApplicationInfo>[^]*<\/WebApplicationInfo>)/, '$2$1'],
      /wrong place/,
    ],
    [
      'version 1.1 in place of 1.0',
      ['mailappversionoverrides"', 'mailappversionoverrides/1.1"'],
      /are not valid here/,
    ],
    [
      'an origin on localhost that is missing in AppDomains',
      [/<AppDomains>[^]*<\/AppDomains>/, ''],
      /own origin https:\/\/localhost:3000/,
    ],
    [
      'version 1.1 with an older requirement set',
      ['MinVersion="1.5"', 'MinVersion="1.3"'],
      /1\.1 requires Mailbox 1\.3/,
    ],
    [
      'version 1.1 without requirements',
      [/<Requirements>\s*<bt:Sets>[^]*?<\/Requirements>/, ''],
      /no Mailbox set/,
    ],
    [
      'a base as strict as 1.1',
      ['<Set Name="Mailbox" MinVersion="1.3"', '<Set Name="Mailbox" MinVersion="1.10"'],
      /the base manifest already requires 1\.10/,
    ],
    ['a small icon', ['icons/icon-128.png', 'icons/icon-64.png'], /64 x 64 pixels, but must have 128/],
    [
      'FormSettings after Permissions',
      [/(<FormSettings>[^]*<\/FormSettings>)\s*(<Permissions>.*<\/Permissions>)/, '$2$1'],
      /<FormSettings> comes too late/,
    ],
  ])('finds %s', (_name, [from, to], problem) => {
    expect(texts(changed(mail, from, to), mailFacts)).toContainEqual(expect.stringMatching(problem));
  });
});

describe('checkManifest and the settings', () => {
  it('allows no placeholder if CLIENT_ID is set', () => {
    expect(texts(taskPane, { ...facts, clientId })).toEqual([
      expect.stringMatching(`The application id is "{application GUID here}", but CLIENT_ID is ${clientId}`),
    ]);
  });

  it('compares the origin with ADDIN_ORIGIN', () => {
    const problems = texts(taskPane, { ...facts, addinOrigin: 'https://addin.example.com' });
    expect(problems).toContainEqual(expect.stringMatching(/Resource names localhost:3000/));
    expect(problems).toContainEqual(expect.stringMatching(/page is on https:\/\/localhost:3000/));
  });

  it('accepts full scope URLs in SCOPE', () => {
    const scopes = ['https://graph.microsoft.com/User.Read', 'Files.Read', 'offline_access'];
    expect(texts(taskPane, { ...facts, scopes })).toEqual([]);
  });
});

describe('a finding', () => {
  it('names file, element and line', () => {
    const [finding] = checkManifest(changed(taskPane, '1.0.0.0', 'new'), facts);
    const line = taskPane.split('\n').findIndex((text) => text.includes('<Version>')) + 1;
    expect(finding).toMatchObject({ file: 'manifest.xml', where: `OfficeApp > Version, line ${line}` });
  });

  it('is returned for any invalid text, without an exception', () => {
    for (const text of [
      '',
      ' ',
      'no xml',
      '<a>',
      '<OfficeApp/>',
      '\uFEFF<x/>',
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    ]) {
      expect(checkManifest(text, facts).length).toBeGreaterThan(0);
    }
  });
});
