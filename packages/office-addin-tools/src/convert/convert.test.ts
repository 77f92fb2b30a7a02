import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications } from '../../../../src/contract/preferences.ts';
import { manifestFindings, manifestTexts } from '../manifest/projectManifests.ts';
import { sampleSettings as settings, writeSamples } from '../manifest/testing/sampleManifests.ts';
import { convert } from './convert.ts';
import { withoutLines } from './oneApplication.ts';

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
  it('has sound manifests, its own code, and nobody else’s', () => {
    convert(folder, application);
    const texts = manifestTexts(folder);
    expect([...texts.keys()]).toEqual([
      application === 'outlook' ? 'manifest.outlook.xml' : 'manifest.xml',
      'manifest.json',
    ]);
    expect(manifestFindings(folder, texts, settings)).toEqual([]);
    const code = applications.filter((name) => existsSync(join(folder, `src/taskpane/documents/${name}.ts`)));
    expect(code).toEqual([application]);
    const tests = applications.filter((name) =>
      existsSync(join(folder, `src/taskpane/documents/${name}.test.ts`)),
    );
    expect(tests).toEqual([application]);
    expect(read('src/contract/applications.ts')).toContain(` = ['${application}'];`);
    expect(read('.vscode/launch.json').match(/"start",/gu)).toHaveLength(1);
    expect(
      read('package.json') + read('packages/office-addin-tools/bin/office-addin-tools.mjs'),
    ).not.toContain('convert-to-single-host');
  });
});

it('leaves code that has its types', () => {
  convert(folder, 'outlook');
  // 'junction' is what Windows allows to everybody; elsewhere it means nothing.
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const only = { extends: './tsconfig.json', include: [], files: ['src/taskpane/main.tsx', 'src/css.d.ts'] };
  writeFileSync(join(folder, 'tsconfig.one.json'), JSON.stringify(only));
  const tsc = join(project, 'node_modules/typescript/bin/tsc');
  const run = () =>
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.one.json'], { cwd: folder, encoding: 'utf8' });
  expect(run).not.toThrow();
}, 60_000);

it('takes an entry out with the lines that belong to it', () => {
  const source = 'const a = {\n  one: 1,\n  two: [\n    2,\n  ],\n  three: () =>\n    3,\n};\n';
  expect(withoutLines(source, ['three'])).toBe('const a = {\n  one: 1,\n  two: [\n    2,\n  ],\n};\n');
});
