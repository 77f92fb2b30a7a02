import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFolderFaults } from './findFolderFaults.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'faults-'));
  writeFileSync(join(place, 'important.txt'), '');
});
afterEach(() => rmSync(place, { recursive: true }));

it('finds no problem with a folder that can be created', async () => {
  expect(await findFolderFaults({ kind: 'embedded', folder: join(place, 'a/b') })).toEqual([]);
});

it('finds no problem with a PostgreSQL server', async () => {
  expect(await findFolderFaults({ kind: 'postgres', url: 'postgres://x', managedIdentity: false })).toEqual(
    [],
  );
});

it.each<[string, () => string]>([
  ['cannot be created', () => '/dev/null/database'],
  ['contains something else', () => place],
  ['is a file', () => join(place, 'important.txt')],
])('reports a folder that %s', async (_what, folder) => {
  const faults = await findFolderFaults({ kind: 'embedded', folder: folder() });
  expect(faults).toEqual([{ where: 'DATABASE_DIR', problem: expect.any(String) as string }]);
});

it.runIf(process.platform === 'linux')('reports a folder that only looks writable', async () => {
  const faults = await findFolderFaults({ kind: 'embedded', folder: '/proc/foo' });
  expect(faults).toHaveLength(1);
});
