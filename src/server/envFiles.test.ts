import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadEnvironment } from './envFiles.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'env-'));

it('takes the environment first, then .ENV.local, then .ENV', () => {
  const at = folder();
  writeFileSync(join(at, '.ENV'), '\uFEFFA=file\nB=file\nC=file\r\n# note\nD="with space"\n');
  writeFileSync(join(at, '.ENV.local'), 'B=local\nC=local\n');
  expect(loadEnvironment({ C: 'environment' }, at)).toEqual({
    A: 'file',
    B: 'local',
    C: 'environment',
    D: 'with space',
  });
});

it('does not let an empty value hide one below it', () => {
  const at = folder();
  writeFileSync(join(at, '.ENV'), 'A=file\n');
  writeFileSync(join(at, '.ENV.local'), 'A=\n');
  expect(loadEnvironment({ A: ' ', B: '' }, at)).toEqual({ A: 'file' });
});

it('is content without files', () => {
  expect(loadEnvironment({ A: '1' }, folder())).toEqual({ A: '1' });
});

it('says which file cannot be read', () => {
  const at = folder();
  mkdirSync(join(at, '.ENV'));
  expect(() => loadEnvironment({}, at)).toThrow(/\.ENV cannot be read/);
});
