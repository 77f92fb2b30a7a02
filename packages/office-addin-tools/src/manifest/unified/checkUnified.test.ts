import { describe, expect, it } from 'vitest';
import { manifestFindings } from '../projectManifests.ts';
import {
  fixtureFolder as project,
  sampleManifests,
  sampleSettings as settings,
} from '../testing/sampleManifests.ts';

const texts = sampleManifests();
const unified = texts.get('manifest.json') ?? '';
const id = '{application GUID here}';

function found(from: string | RegExp, to: string, known = settings) {
  const changed = unified.replace(from, to);
  if (changed === unified) throw new Error(`Nothing to change: ${String(from)}`);
  return manifestFindings(project, new Map([...texts, ['manifest.json', changed]]), known);
}

it('the unified manifest of this project is sound by Microsoft’s schema and by our checks', () => {
  expect(manifestFindings(project, texts, settings)).toEqual([]);
});

describe('a fault seeded into manifest.json', () => {
  it.each<[string, [string | RegExp, string], RegExp]>([
    ['a comma too many', ['"manifestVersion"', ',"manifestVersion"'], /not JSON/],
    [
      'a version of the schema that is not there',
      [/"manifestVersion": "[\d.]+"/, '"manifestVersion": "9.9"'],
      /no schema/,
    ],
    ['no accentColor', [/"accentColor": "#\w+",/, ''], /accentColor/],
    ['a name that is too long', [/"short": "/, `$&${'x'.repeat(31)}`], /30 characters/],
    ['an unknown application', ['"document",', '"onenote",'], /allowed values/],
    ['a member that nobody knows', ['"version":', '"colour": "red", "version":'], /additional properties/],
    ['a page over http', ['"page": "https:', '"page": "http:'], /must match pattern|not an https/],
    ['an Id of its own', [/"id": "\w{8}/, '"id": "969ef403'], /by the XML manifests/],
    ['another version', ['"version": "1.0.0"', '"version": "1.0.1"'], /by the XML manifests/],
    [
      'more rights than the XML has',
      ['MailboxItem.ReadWrite.User', 'Mailbox.ReadWrite.User'],
      /by the XML manifests/,
    ],
    [
      'one application less',
      ['"document", "workbook", "presentation", "mail"', '"document"'],
      /by the XML manifests/,
    ],
    [
      'a page elsewhere',
      ['https://localhost:3000/taskpane.html', 'https://localhost:3001/taskpane.html'],
      /ADDIN_ORIGIN is/,
    ],
    ['an icon that is not there', ['icons/icon-32.png', 'icons/logo.png'], /is not there where 32/],
    ['an icon of the wrong size', ['icons/icon-16.png', 'icons/icon-20.png'], /20 x 20 pixels where 16/],
    ['a package icon of the wrong size', ['icons/color-192.png', 'icons/icon-128.png'], /128 x 128/],
    ['a package icon that is not there', ['outline-32.png', 'outline.png'], /no PNG/],
    [
      'a domain with a scheme',
      ['"validDomains": ["localhost:3000"]', '"validDomains": ["https://localhost:3000"]'],
      /not a host/,
    ],
    [
      'the own host missing',
      ['"validDomains": ["localhost:3000"]', '"validDomains": ["example.com"]'],
      /is missing/,
    ],
    [
      'a button that opens nothing',
      ['"actionId": "ShowFilesPane"', '"actionId": "Show"'],
      /No runtime has an action/,
    ],
    ['a language that is missing', [/\{[^{}]*"th-TH"[^{}]*\},/, ''], /th-TH is missing/],
    ['a language without a file', ['languages/th-TH.json', 'languages/th.json'], /no file assets/],
    [
      'a text that no language has',
      ['"view": "FilesPane"', '"view": "FilesPane", "displayName": "Show"'],
      /has no text for/,
    ],
    [
      'a resource of another port',
      [`api://localhost:3000/${id}"`, `api://localhost/${id}"`],
      /Write "api:\/\/localhost:3000/,
    ],
    [
      'a broker address with a page',
      ['brk-multihub://localhost:3000', 'brk-multihub://localhost:3000/taskpane.html'],
      /Write "brk-multihub/,
    ],
    ['no webApplicationInfo', [/"webApplicationInfo": \{[^]*?\]\s*\},/, ''], /no webApplicationInfo/],
  ])('%s is found', (_name, [from, to], problem) => {
    const findings = found(from, to);
    expect(findings.map(({ problem: said, fix }) => `${said} ${fix}`)).toContainEqual(
      expect.stringMatching(problem),
    );
    expect(findings.every(({ file }) => file === 'manifest.json')).toBe(true);
  });

  it('a placeholder is a fault once CLIENT_ID is set', () => {
    const clientId = '11111111-2222-4333-8444-555555555555';
    const findings = found(/"name": "\w+"/, '"name": "Someone"', { ...settings, clientId });
    expect(findings.filter(({ file }) => file === 'manifest.json').map(({ where }) => where)).toEqual([
      expect.stringMatching(/^webApplicationInfo\.id, line \d+$/u),
    ]);
  });
});
