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

it('finds nothing in the fixture’s unified manifest', () => {
  expect(manifestFindings(project, texts, settings)).toEqual([]);
});

describe('checkUnified on manifest.json', () => {
  it.each<[string, [string | RegExp, string], RegExp]>([
    ['an extra comma', ['"manifestVersion"', ',"manifestVersion"'], /not JSON/],
    ['an unknown schema version', [/"manifestVersion": "[\d.]+"/, '"manifestVersion": "9.9"'], /no schema/],
    ['no accentColor', [/"accentColor": "#\w+",/, ''], /accentColor/],
    ['a name that is too long', [/"short": "/, `$&${'x'.repeat(31)}`], /30 characters/],
    ['an unknown application', ['"document",', '"onenote",'], /allowed values/],
    ['an unknown member', ['"version":', '"color": "red", "version":'], /additional properties/],
    ['a page over http', ['"page": "https:', '"page": "http:'], /must match pattern|not an https/],
    ['a different Id', [/"id": "\w{8}/, '"id": "969ef403'], /in the XML manifests/],
    ['a different version', ['"version": "1.0.0"', '"version": "1.0.1"'], /in the XML manifests/],
    [
      'more permissions than the XML manifests',
      ['MailboxItem.ReadWrite.User', 'Mailbox.ReadWrite.User'],
      /in the XML manifests/,
    ],
    [
      'fewer applications than the XML manifests',
      ['"document", "workbook", "presentation", "mail"', '"document"'],
      /in the XML manifests/,
    ],
    [
      'a page on another origin',
      ['https://localhost:3000/taskpane.html', 'https://localhost:3001/taskpane.html'],
      /ADDIN_ORIGIN is/,
    ],
    ['a missing icon', ['icons/icon-32.png', 'icons/logo.png'], /does not exist, but must have 32/],
    [
      'an icon of the wrong size',
      ['icons/icon-16.png', 'icons/icon-20.png'],
      /20 x 20 pixels, but must have 16/,
    ],
    ['a package icon of the wrong size', ['icons/color-192.png', 'icons/icon-128.png'], /128 x 128/],
    ['a missing package icon', ['outline-32.png', 'outline.png'], /missing or not a PNG/],
    [
      'a domain with a scheme',
      ['"validDomains": ["localhost:3000"]', '"validDomains": ["https://localhost:3000"]'],
      /not a host/,
    ],
    [
      'a missing host in validDomains',
      ['"validDomains": ["localhost:3000"]', '"validDomains": ["example.com"]'],
      /is missing/,
    ],
    [
      'a button without an action',
      ['"actionId": "ShowFilesPane"', '"actionId": "Show"'],
      /No runtime has an action/,
    ],
    ['a missing language', [/\{[^{}]*"th-TH"[^{}]*\},/, ''], /th-TH is missing/],
    ['a language without a file', ['languages/th-TH.json', 'languages/th.json'], /th\.json does not exist/],
    [
      'a text without a translation',
      ['"view": "FilesPane"', '"view": "FilesPane", "displayName": "Show"'],
      /has no text for/,
    ],
    [
      'a resource with another port',
      [`api://localhost:3000/${id}"`, `api://localhost/${id}"`],
      /Write "api:\/\/localhost:3000/,
    ],
    [
      'a broker URI with a path',
      ['brk-multihub://localhost:3000', 'brk-multihub://localhost:3000/taskpane.html'],
      /Write "brk-multihub/,
    ],
    ['no webApplicationInfo', [/"webApplicationInfo": \{[^]*?\]\s*\},/, ''], /webApplicationInfo is missing/],
  ])('finds %s', (_name, [from, to], problem) => {
    const findings = found(from, to);
    expect(findings.map(({ problem: said, fix }) => `${said} ${fix}`)).toContainEqual(
      expect.stringMatching(problem),
    );
    expect(findings.every(({ file }) => file === 'manifest.json')).toBe(true);
  });

  it('allows no placeholder if CLIENT_ID is set', () => {
    const clientId = '11111111-2222-4333-8444-555555555555';
    const findings = found(/"name": "\w+"/, '"name": "Someone"', { ...settings, clientId });
    expect(findings.filter(({ file }) => file === 'manifest.json').map(({ where }) => where)).toEqual([
      expect.stringMatching(/^webApplicationInfo\.id, line \d+$/u),
    ]);
  });
});
