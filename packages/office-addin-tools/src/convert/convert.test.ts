import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestFindings, manifestTexts } from '../manifest/projectManifests.ts';
import {
  fixtureFolder,
  fixtureProject,
  sampleSettings as settings,
} from '../manifest/testing/sampleManifests.ts';
import { applications } from '../project.ts';
import { convert } from './convert.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convert-'));
  cpSync(fixtureFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe.each(applications)('convert to %s', (application) => {
  it('keeps valid manifests for the application, and one application in the list', () => {
    convert(folder, fixtureProject, [application]);
    const texts = manifestTexts(folder);
    expect([...texts.keys()]).toEqual([
      application === 'outlook' ? 'manifest.outlook.xml' : 'manifest.xml',
      'manifest.json',
    ]);
    expect(manifestFindings(folder, texts, settings)).toEqual([]);
    expect(read('src/applications.ts')).toContain(` = ['${application}'];`);
  });

  it('changes nothing the second time', () => {
    convert(folder, fixtureProject, [application]);
    const before = [...manifestTexts(folder)];
    convert(folder, fixtureProject, [application]);
    expect([...manifestTexts(folder)]).toEqual(before);
  });
});

it('keeps valid XML manifests for Excel and Outlook', () => {
  convert(folder, fixtureProject, ['excel', 'outlook']);
  const texts = manifestTexts(folder);
  expect([...texts.keys()]).toEqual(['manifest.xml', 'manifest.outlook.xml', 'manifest.json']);
  expect(manifestFindings(folder, texts, settings)).toEqual([]);
  expect(texts.get('manifest.xml')).not.toContain('Presentation');
  expect(read('src/applications.ts')).toContain(" = ['excel', 'outlook'];");
});

it('changes nothing if the manifest is missing', () => {
  convert(folder, fixtureProject, ['outlook']);
  expect(() => convert(folder, fixtureProject, ['word'])).toThrow(
    'manifest.xml, the manifest for word, is missing.',
  );
  expect(existsSync(join(folder, 'manifest.outlook.xml'))).toBe(true);
});

it('changes nothing if it does not recognize the list of applications', () => {
  writeFileSync(join(folder, 'src/applications.ts'), 'export const applications = all();\n');
  expect(() => convert(folder, fixtureProject, ['word'])).toThrow('src/applications.ts contains no list');
  expect(existsSync(join(folder, 'manifest.outlook.xml'))).toBe(true);
});
