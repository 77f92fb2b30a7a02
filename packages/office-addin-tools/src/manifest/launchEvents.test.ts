import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../projectFolder.ts';
import { associatedFunctions } from './eventFacts.ts';
import { manifestFindings } from './projectManifests.ts';
import { fixtureFolder, sampleManifests, sampleSettings } from './testing/sampleManifests.ts';

/** The manifests of the starter raise events; those of the fixture don't. */
const texts = sampleManifests(ROOT);
const events = { handlers: 'src/events/events.ts', page: '/events.html', script: '/events.js' };

function found(file: string, from: string | RegExp, to: string, known: object = { events }) {
  const text = texts.get(file) ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`Nothing to change: ${String(from)}`);
  return manifestFindings(ROOT, new Map([...texts, [file, changed]]), { ...sampleSettings, ...known }).filter(
    (finding) => finding.file === file,
  );
}

it('accepts the events of the starter', () => {
  expect(manifestFindings(ROOT, texts, { ...sampleSettings, events })).toEqual([]);
});

it('accepts a project whose manifests raise no events', () => {
  expect(manifestFindings(fixtureFolder, sampleManifests(), { ...sampleSettings, events })).toEqual([]);
});

it('reports events without handlers', () => {
  const problem = 'The manifest raises events, but the project has no handlers.';
  expect(manifestFindings(ROOT, texts, sampleSettings)).toMatchObject([
    { file: 'manifest.outlook.xml', problem },
    { file: 'manifest.json', problem },
  ]);
});

describe('manifest.outlook.xml', () => {
  it.each<[string, string | RegExp, string, RegExp]>([
    [
      'a function that nothing associates',
      'FunctionName="onMessageSend"',
      'FunctionName="onSend"',
      /src\/events\/events\.ts associates no handler with "onSend"\. It associates onNewMessageCompose and/,
    ],
    [
      'another page',
      '3000/events.html',
      '3000/commands.html',
      /page of the events is "https:\/\/localhost:3000\/commands/,
    ],
    [
      'a script that the well-known file does not list',
      '3000/events.js',
      '3000/launchevent.js',
      /officeaddins-allowed\.json lists only https:\/\/localhost:3000\/events\.js/,
    ],
    [
      'no script for classic Outlook',
      /<Override type="javascript" .*\/>/,
      '',
      /No runtime names the script of these events/,
    ],
    [
      'no page of that name',
      '<Runtime resid="Events.Page">',
      '<Runtime resid="Pane.Url">',
      /No runtime names the script/,
    ],
  ])('finds %s', (_name, from, to, problem) => {
    const [first] = found('manifest.outlook.xml', from, to);
    expect(first?.problem).toMatch(problem);
    expect(first?.where).toMatch(/line \d+$/);
  });

  it('needs no script on mobile devices', () => {
    const point = /<ExtensionPoint xsi:type="LaunchEvent">[^]*?<\/ExtensionPoint>/u.exec(
      texts.get('manifest.outlook.xml') ?? '',
    )?.[0];
    const mobile = (point ?? '').replace(/<LaunchEvent Type="OnMessageSend".*\/>/u, '');
    const moved = (texts.get('manifest.outlook.xml') ?? '')
      .replace(point ?? '', '')
      .replace(/<Override type="javascript" .*\/>/u, '')
      .replace('</MobileFormFactor>', `${mobile}</MobileFormFactor>`);
    expect(
      manifestFindings(ROOT, new Map([...texts, ['manifest.outlook.xml', moved]]), {
        ...sampleSettings,
        events,
      }),
    ).toEqual([]);
  });
});

describe('manifest.json', () => {
  it.each<[string, string | RegExp, string, RegExp]>([
    ['a function that nothing associates', /"onMessageSend"/gu, '"onSend"', /no handler with "onSend"/],
    ['another page', '3000/events.html', '3000/commands.html', /page of the events is/],
    ['another script', '3000/events.js', '3000/launchevent.js', /lists only/],
    ['no script', /,\s*"script": ".*"/, '', /script of the events is ""/],
  ])('finds %s', (_name, from, to, problem) => {
    const [first] = found('manifest.json', from, to);
    expect(first?.problem).toMatch(problem);
    expect(first?.where).toMatch(/^extensions\[0\]/);
  });
});

it('reads the names that a source file associates', () => {
  expect(associatedFunctions(readFileSync(join(ROOT, events.handlers), 'utf8'))).toEqual([
    'onNewMessageCompose',
    'onMessageSend',
  ]);
  expect(associatedFunctions('Office.actions.associate(\n  "a", a);\nactions.associate(name, b);')).toEqual([
    'a',
  ]);
});
