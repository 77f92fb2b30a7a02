import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readManifest } from '../manifest/readManifest.ts';
import { PROBE_FORMAT, shapeOf, type ProbeAnswers } from './answers.ts';
import { differences } from './compare.ts';
import { compareCommand, probeCommand } from './probeCommands.ts';
import { probeMailManifest, probeManifest } from './probePages.ts';

const folder = mkdtempSync(join(tmpdir(), 'probe-'));
afterAll(() => rmSync(folder, { recursive: true }));

const real: ProbeAnswers = {
  format: PROBE_FORMAT,
  version: 1,
  host: 'Word',
  platform: 'OfficeOnline',
  build: '16.0.1.1',
  date: '2026-11-30',
  answers: {
    context: { ok: { host: 'Word' } },
    getAccessToken: { error: { code: 13005, name: 'Error' } },
    'dialog.http': { error: { code: 12005, name: 'Error' } },
    'word.linkInCell': { ok: [true, false] },
  },
};
const other: ProbeAnswers = {
  ...real,
  build: '16.0.2.2',
  answers: {
    ...real.answers,
    getAccessToken: { ok: { ver: '2.0' } },
    'dialog.http': { timeout: true },
    'word.linkInCell': { ok: [true, true] },
  },
};

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it('shows exactly the answers that differ, and returns 1', async () => {
  const lines: string[] = [];
  const files = [save('real.json', real), save('other.json', other)];
  expect(await compareCommand(files, (line) => lines.push(line))).toBe(1);
  expect(differences(real, other).map(({ probe }) => probe)).toEqual([
    'dialog.http',
    'getAccessToken',
    'word.linkInCell',
  ]);
  expect(lines.join('\n')).toContain('{"error":{"code":13005,"name":"Error"}}');
  expect(lines.join('\n')).toMatch(/3 differences\.$/u);
  expect(lines.join('\n')).not.toContain('context');
});

it('returns 0 for the same answers', async () => {
  const path = save('same.json', real);
  expect(await compareCommand([path, path], () => undefined)).toBe(0);
});

it('counts a probe without an answer as a difference', () => {
  const { context: _context, ...answers } = real.answers;
  expect(differences(real, { ...real, answers })).toEqual([
    { probe: 'context', first: { ok: { host: 'Word' } }, second: undefined },
  ]);
});

it('replaces strings by their type, except those that are the same for everyone', () => {
  expect(
    shapeOf({ ver: '2.0', name: 'Adele Vance', aud: ['x'], exp: 0, ok: true, none: null, call: () => 1 }),
  ).toEqual({
    aud: ['<string>'],
    call: '<function>',
    exp: 0,
    name: '<string>',
    none: null,
    ok: true,
    ver: '2.0',
  });
});

it.each([
  [probeManifest, ['word', 'excel', 'powerpoint']],
  [probeMailManifest, ['outlook']],
])('has manifests that the sandbox accepts: %o', (manifest, hosts) => {
  const path = join(folder, 'manifest.xml');
  const clientId = '7e57add1-0000-4000-8000-000000000001';
  writeFileSync(path, manifest('https://localhost:3004', clientId));
  const read = readManifest(path);
  expect(read.hosts.map(({ host }) => host)).toEqual(hosts);
  expect(read.webApplication?.id).toBe(clientId);
});

it('names wrong arguments and files', async () => {
  const print = () => undefined;
  await expect(compareCommand([], print)).rejects.toThrow('Use: office-addin-sandbox compare');
  await expect(compareCommand([join(folder, 'none.json')], print)).rejects.toThrow('ENOENT');
  await expect(compareCommand([save('wrong.json', { a: 1 })], print)).rejects.toThrow(
    "doesn't contain answers",
  );
  await expect(compareCommand([save('visio.json', { ...real, host: 'Visio' })], print)).rejects.toThrow(
    'host: Invalid option',
  );
  for (const args of [
    ['--app', 'visio'],
    ['--form', 'read'],
    ['--app', 'outlook', '--form', 'reply'],
  ])
    await expect(probeCommand(args, print)).rejects.toThrow('Use: office-addin-sandbox probe');
});
