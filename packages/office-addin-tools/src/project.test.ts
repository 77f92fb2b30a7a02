import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixtureFolder, fixtureProject } from './manifest/testing/sampleManifests.ts';
import { checkedProject, loadProject, readSettingsSubset } from './project.ts';
import { findProject } from './projectFolder.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'project-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('loadProject', () => {
  it('loads office-addin.config.ts', async () => {
    expect(await loadProject(fixtureFolder)).toBe(fixtureProject);
  });

  it('names the file that is missing', async () => {
    await expect(loadProject(folder)).rejects.toThrow(
      `This command needs office-addin.config.ts, but there is none in ${folder}.`,
    );
  });

  it('names the file that cannot be loaded', async () => {
    writeFileSync(join(folder, 'office-addin.config.ts'), "throw new Error('broken');\n");
    await expect(loadProject(folder)).rejects.toThrow(/office-addin\.config\.ts cannot be loaded: broken/u);
  });
});

describe('checkedProject', () => {
  it.each<[string, object, RegExp]>([
    [
      'an unknown application',
      { applications: ['wrod'] },
      /"applications" must be a list with at least one of word/u,
    ],
    ['no application', { applications: [] }, /"applications" must be/u],
    ['an invalid language tag', { languages: ['english!'] }, /"languages" must be a list of language tags/u],
    ['no settings', { settings: undefined }, /"settings" must be a Zod object/u],
    ['a sandbox without a path', { sandbox: {} }, /"sandbox" must be an object with the path graph/u],
    [
      'events without a script',
      { events: { handlers: 'src/events.ts', page: '/events.html' } },
      /"events" must be an object with the paths handlers, page, script/u,
    ],
    ['a missing path', { files: { page: 'x' } }, /"files" must be an object with the paths/u],
    [
      'a misspelled member',
      { aplications: [] },
      /"aplications" is not a known member\. Did you mean applications\?/u,
    ],
  ])('names the file and the member for %s', (_what, change, message) => {
    const check = () => checkedProject({ ...fixtureProject, ...change }, 'office-addin.config.ts');
    expect(check).toThrow(message);
    expect(check).toThrow(/^office-addin\.config\.ts:/u);
  });

  it('lists every invalid member', () => {
    expect(() => checkedProject({}, 'f')).toThrow(/"applications" is missing[^]*"server" is missing/u);
    expect(() => checkedProject(undefined, 'f')).toThrow('f must have the project as its default export.');
  });
});

describe('readSettingsSubset', () => {
  it('returns the defaults, and names invalid settings', () => {
    expect(readSettingsSubset(fixtureProject, {}, ['ADDIN_ORIGIN'], 'Wrong:')).toEqual({
      ADDIN_ORIGIN: 'https://localhost:3000',
    });
    expect(() => readSettingsSubset(fixtureProject, { PORT: 'x' }, ['PORT'], 'Wrong:')).toThrow(
      'Wrong: PORT must be a whole number.',
    );
  });
});

describe('findProject', () => {
  it('returns the nearest folder with a configuration, else with a manifest, else the folder itself', () => {
    const inner = join(folder, 'a', 'b');
    mkdirSync(inner, { recursive: true });
    expect(findProject(inner)).toBe(inner);
    writeFileSync(join(folder, 'a', 'manifest.json'), '{}');
    expect(findProject(inner)).toBe(join(folder, 'a'));
    writeFileSync(join(folder, 'office-addin.config.ts'), '');
    expect(findProject(inner)).toBe(folder);
  });
});
