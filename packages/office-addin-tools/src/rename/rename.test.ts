import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestFindings, manifestTexts } from '../manifest/projectManifests.ts';
import { fixtureFolder, fixtureProject, sampleSettings } from '../manifest/testing/sampleManifests.ts';
import { rename } from './rename.ts';
import { STARTER_IDS } from './renameTexts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rename-'));
  cpSync(fixtureFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const all = () => [...manifestTexts(folder).values()].join('\n');

describe.each([
  'Contoso Files',
  "Zoë's A & B",
  '納品書',
  '.NET $& $1 Files',
  '📁 Files',
  '😀'.repeat(30),
  '“Team”',
])('the name %s', (name) => {
  it('appears in every manifest and language, and all manifests stay valid', () => {
    // First another name, in case the fixture already has this one.
    rename(folder, fixtureProject, 'Earlier name');
    rename(folder, fixtureProject, name);
    expect(manifestFindings(folder, manifestTexts(folder), sampleSettings)).toEqual([]);
    expect(all()).not.toContain('Earlier name');
    expect(read('assets/languages/de-DE.json')).toContain(`"name.short": ${JSON.stringify(name)}`);
    expect(read('manifest.json')).toContain(`${name} is ready`);
    expect(read('src/page.html')).toContain(`<title>${name.replace('&', '&amp;')}</title>`);
    for (const language of ['en', 'ar']) {
      const source = read(`src/words/${language}.ts`);
      expect(source).toContain(name.includes("'") ? `appTitle: "${name}",` : `appTitle: '${name}',`);
    }
    expect((JSON.parse(read('package.json')) as { name: string }).name).toMatch(/^[a-z0-9-]+$/u);
  });

  it('changes nothing the second time', () => {
    rename(folder, fixtureProject, name);
    expect(rename(folder, fixtureProject, name)).toEqual([]);
  });
});

it("replaces the starter's Ids once, and keeps them for the next name", () => {
  rename(folder, fixtureProject, 'First name');
  for (const id of STARTER_IDS) expect(all()).not.toContain(id);
  const idsOf = () => [...all().matchAll(/<Id>([^<]*)/gu)].map(([, id]) => id);
  const ids = idsOf();
  rename(folder, fixtureProject, 'Two');
  expect(idsOf()).toEqual(ids);
  expect(all()).not.toContain('First name');
});

it('trims the name', () => {
  rename(folder, fixtureProject, 'Spaced');
  expect(rename(folder, fixtureProject, '  Spaced\u00a0')).toEqual([]);
});

it.each([
  ['', ': it is empty'],
  ['  \u3000', ': it is empty'],
  ['x'.repeat(31), ': it has 31 characters'],
  ['😀'.repeat(31), ': it has 31 characters'],
  ['a"b', ' because of "'],
  ['{name}', ' because of {'],
  ['a\nb', ' because of the invisible character U+000A'],
  ['a\u200bb', ' because of the invisible character U+200B'],
  ['a\u202eb', ' because of the invisible character U+202E'],
  ['a\u2028b', ' because of the invisible character U+2028'],
  ['a\ud800', ' because of the invisible character U+D800'],
  ['...', ': it has no letter, digit or emoji'],
  ["''", ': it has no letter, digit or emoji'],
])('rejects %j with the reason and the rule', (name, reason) => {
  expect(() => rename(folder, fixtureProject, name)).toThrow(
    `cannot be the name${reason}. A name has 1 to 30 characters (Unicode`,
  );
});

it('changes nothing if the name is rejected', () => {
  const before = all();
  expect(() => rename(folder, fixtureProject, 'a\u0000b')).toThrow(/U\+0000/);
  expect(all()).toBe(before);
});
