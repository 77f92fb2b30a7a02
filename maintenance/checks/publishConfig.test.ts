import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const script = resolve(import.meta.dirname, '../../packages/publish/publishConfig.mjs');
const manifest = {
  name: 'example',
  exports: './src/index.ts',
  publishConfig: { access: 'public', exports: { '.': { types: './index.d.ts', default: './index.js' } } },
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-config-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (command: string) =>
  execFileSync(process.execPath, [script, command], { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
const read = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as unknown;
const build = () => ['index.js', 'index.d.ts'].forEach((name) => writeFileSync(join(folder, name), ''));

it('applies the entry points of publishConfig and keeps npm settings', () => {
  build();
  run('apply');
  expect(read()).toEqual({
    name: 'example',
    exports: manifest.publishConfig.exports,
    publishConfig: { access: 'public' },
  });
});

it('restores package.json byte for byte', () => {
  build();
  run('apply');
  run('restore');
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(JSON.stringify(manifest));
  expect(readdirSync(folder).sort()).toEqual(['index.d.ts', 'index.js', 'package.json']);
});

it('applies again after an interrupted pack', () => {
  build();
  run('apply');
  run('apply');
  run('restore');
  expect(read()).toEqual(manifest);
});

it('names the files missing in the build, and changes nothing', () => {
  expect(() => run('apply')).toThrow(/did not make: \.\/index\.d\.ts, \.\/index\.js/);
  expect(read()).toEqual(manifest);
});
