import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pageOrigins } from './addinManifest.ts';
import { parseManifest, readManifest } from './readManifest.ts';

const text = (value: string) => ({ default: value, overrides: {} });

const EXTENSION = {
  requirements: { scopes: ['workbook', 'mail'], capabilities: [{ name: 'ExcelApi', minVersion: '1.4' }] },
  runtimes: [
    {
      id: 'Pane',
      code: { page: 'https://addin.example/pane.html' },
      lifetime: 'long',
      actions: [
        { id: 'show', type: 'openPage' },
        { id: 'clear', type: 'executeFunction' },
      ],
    },
    {
      id: 'Events',
      requirements: { scopes: ['mail'] },
      code: { page: 'https://addin.example/events.html', script: 'https://addin.example/events.js' },
      actions: [{ id: 'onSend', type: 'executeFunction' }],
    },
  ],
  ribbons: [
    {
      contexts: ['default', 'mailRead'],
      tabs: [
        {
          builtInTabId: 'TabHome',
          groups: [
            {
              id: 'G',
              label: 'Totals',
              controls: [
                {
                  id: 'Show',
                  type: 'button',
                  label: 'Show totals',
                  icons: [
                    { size: 16, url: 'https://addin.example/16.png' },
                    { size: 32, url: 'https://addin.example/32.png' },
                  ],
                  supertip: { title: 'Show totals', description: 'Opens the pane.' },
                  actionId: 'show',
                },
                {
                  id: 'Menu',
                  type: 'menu',
                  label: 'More',
                  items: [{ id: 'Clear', type: 'menuItem', label: 'Clear', actionId: 'clear' }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  autoRunEvents: [
    {
      requirements: { scopes: ['mail'] },
      events: [{ type: 'messageSending', actionId: 'onSend', options: { sendMode: 'block' } }],
    },
  ],
};

function unified(members: object = {}, extension: object = EXTENSION): string {
  return JSON.stringify(
    {
      id: '11111111-0000-4000-8000-000000000001',
      version: '1.0.0',
      name: { short: 'Totals' },
      description: { short: 'Adds numbers.' },
      validDomains: ['login.example', 'https://other.example'],
      authorization: {
        permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] },
      },
      webApplicationInfo: { id: '22222222-0000-4000-8000-000000000002', resource: 'api://addin.example/x' },
      extensions: [extension],
      ...members,
    },
    null,
    2,
  );
}

it('reads names, domains, permissions and the app registration', () => {
  const manifest = parseManifest('manifest.json', unified());
  expect(manifest).toMatchObject({
    format: 'unified',
    name: text('Totals'),
    appDomains: ['https://login.example', 'https://other.example'],
    permissions: ['Document.ReadWrite.User'],
    webApplication: {
      id: '22222222-0000-4000-8000-000000000002',
      resource: 'api://addin.example/x',
      scopes: [],
    },
  });
  expect(pageOrigins(manifest)).toEqual(['https://addin.example']);
});

it('reads the ribbon, the runtimes and the events of each application', () => {
  const [excel, outlook] = parseManifest('manifest.json', unified()).hosts;
  expect(excel).toMatchObject({
    host: 'excel',
    requirementSets: { ExcelApi: '1.4' },
    runtimes: [{ page: text('https://addin.example/pane.html'), lifetime: 'long' }],
    launchEvents: [],
    groups: [
      {
        contexts: ['default'],
        controls: [
          {
            id: 'Show',
            icon: text('https://addin.example/32.png'),
            action: { type: 'pane', url: text('https://addin.example/pane.html') },
          },
          { type: 'menu', items: [{ action: { type: 'function', name: 'clear' } }] },
        ],
      },
    ],
  });
  expect(outlook).toMatchObject({
    groups: [{ contexts: ['mailRead'] }],
    launchEvents: [
      { type: 'OnMessageSend', sendMode: 'block', page: text('https://addin.example/events.html') },
    ],
  });
});

it('reads the texts for other languages by the path of the member', () => {
  const localizationInfo = { additionalLanguages: [{ languageTag: 'de', file: 'de.json' }] };
  const texts = {
    'name.short': 'Summen',
    'extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label': 'Zeigen',
  };
  const manifest = parseManifest('manifest.json', unified({ localizationInfo }), (file) =>
    file === 'de.json' ? texts : undefined,
  );
  expect(manifest.name.overrides).toEqual({ de: 'Summen' });
  expect(manifest.hosts[0]?.groups[0]?.controls[0]?.label.overrides).toEqual({ de: 'Zeigen' });
});

const [pane, events] = EXTENSION.runtimes;

it.each([
  ['a missing name', unified({ name: {} }), 'manifest.json, line 1: It has no name.short.'],
  ['a manifest without an add-in', unified({ extensions: [] }), 'It has no extensions'],
  [
    'an unknown action',
    unified({}, { ...EXTENSION, runtimes: [{ ...pane, actions: [] }, events] }),
    'extensions[0].ribbons[0].tabs[0].groups[0].controls[0]: No runtime has an action with the id "show".',
  ],
  [
    'an address that is not https',
    unified({}, { ...EXTENSION, runtimes: [{ ...pane, code: { page: 'pane.html' } }, events] }),
    'line 46, extensions[0].runtimes[0].code.page: "pane.html" isn\'t an https address.',
  ],
  ['a syntax error', '{\n  "id": "1",\n}', 'manifest.json, line 3: The file is not valid JSON'],
])('names line and member for %s', (_case, manifest, message) => {
  expect(() => parseManifest('manifest.json', manifest)).toThrow(message);
});

const ROOT = join(import.meta.dirname, '../../../..');

it.each([
  ['manifest.xml', ['word', 'excel', 'powerpoint']],
  ['manifest.outlook.xml', ['outlook']],
  ['manifest.json', ['word', 'excel', 'powerpoint', 'outlook']],
])('reads %s of this repository', (file, hosts) => {
  const manifest = readManifest(join(ROOT, file));
  expect(manifest.hosts.map(({ host }) => host)).toEqual(hosts);
  expect(manifest.hosts.flatMap(({ groups }) => groups).length).toBeGreaterThan(0);
  expect(Object.keys(manifest.hosts[0]?.groups[0]?.label.overrides ?? {})).toContain('de-DE');
});

it('reads a content add-in, and treats an add-in with a pane as one', () => {
  const contentRuntimes = [
    {
      id: 'C',
      code: { page: 'https://addin.example/content.html' },
      requestedWidth: 420,
      requestedHeight: 240,
    },
  ];
  const requirements = { scopes: ['workbook'] };
  const manifest = parseManifest('manifest.json', unified({}, { requirements, contentRuntimes }));
  expect(manifest).toMatchObject({
    content: { width: 420, height: 240 },
    hosts: [{ host: 'excel', pages: [{ url: text('https://addin.example/content.html') }] }],
  });
  expect(
    parseManifest('manifest.json', unified({}, { ...EXTENSION, contentRuntimes })).content,
  ).toBeUndefined();
});
