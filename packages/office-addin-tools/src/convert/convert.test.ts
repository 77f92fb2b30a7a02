// @module-tag full
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications } from '../../../../src/contract/preferences.ts';
import { manifestFindings, manifestTexts } from '../manifest/projectManifests.ts';
import { sampleSettings as settings, writeSamples } from '../manifest/testing/sampleManifests.ts';
import { convert } from './convert.ts';

const project = join(import.meta.dirname, '..', '..', '..', '..');
const parts = [
  'src',
  'assets',
  '.vscode',
  'package.json',
  'tsconfig.json',
  'packages/office-addin-tools/bin/office-addin-tools.mjs',
  'packages/office-addin-tools/src/manifest',
  'packages/office-addin-tools/src/convert',
];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convert-'));
  for (const part of [
    ...parts,
    'packages/office-addin-tools/src/convert-to-single-host.ts',
    ...manifestTexts(project).keys(),
  ]) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  writeSamples(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe.each(applications)('the add-in for %s alone', (application) => {
  it('has sound manifests and lists no other application', () => {
    convert(folder, application);
    const texts = manifestTexts(folder);
    expect([...texts.keys()]).toEqual([
      application === 'outlook' ? 'manifest.outlook.xml' : 'manifest.xml',
      'manifest.json',
    ]);
    expect(manifestFindings(folder, texts, settings)).toEqual([]);
    expect(read('src/contract/applications.ts')).toContain(` = ['${application}'];`);
    expect(read('.vscode/launch.json').match(/"start",/gu)).toHaveLength(1);
    expect(
      read('package.json') + read('packages/office-addin-tools/bin/office-addin-tools.mjs'),
    ).not.toContain('convert-to-single-host');
  });
});
