import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadGraphCalls } from './graphCalls.ts';

const project = { sandbox: { graph: 'tests/sandbox' } };
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'graph-calls-'));
  mkdirSync(join(root, 'tests/sandbox'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(root, 'tests/sandbox', name), text);

it('loads the default export of each module, and no tests', async () => {
  write('b.mjs', "export default { path: '/b', permission: 'B', answer: () => 1 };");
  write('a.mjs', "export default { path: '/a', permission: 'A', answer: () => 1 };");
  write('a.test.mjs', "throw new Error('not for the sandbox');");
  write('notes.md', '');
  expect((await loadGraphCalls(project, root)).map(({ path }) => path)).toEqual(['/a', '/b']);
});

it('loads nothing without the member or the folder', async () => {
  expect(await loadGraphCalls({}, root)).toEqual([]);
  expect(await loadGraphCalls({ sandbox: { graph: 'none' } }, root)).toEqual([]);
});

it('names a module that exports no Graph call', async () => {
  write('a.mjs', "export default { path: '/a' };");
  await expect(loadGraphCalls(project, root)).rejects.toThrow(
    /a\.mjs has to export a Graph call as its default/u,
  );
});
