import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { selfSigned } from './registration/selfSigned.ts';

/** Uses the real office-addin-dev-certs with a temporary home folder. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let home: string;
let folder: string;
let other: { certificate: string; privateKey: string };
let good: Record<string, string>;

beforeAll(async () => {
  other = await selfSigned(
    'localhost',
    new Date(Date.now() - 86_400_000),
    new Date(Date.now() + 9 * 86_400_000),
  );
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
  folder = join(home, '.office-addin-dev-certs');
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<{ said: string[]; certificates: { days: number } }> {
  const { localhostCertificates } = await import('./certificates.ts');
  const said: string[] = [];
  return { certificates: await localhostCertificates(Date.now(), (sentence) => said.push(sentence)), said };
}

const NAMES = ['ca.crt', 'localhost.crt', 'localhost.key'];

async function made(): Promise<Record<string, string>> {
  if (!good) {
    await start();
    good = Object.fromEntries(NAMES.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  }
  mkdirSync(folder, { recursive: true });
  for (const name of NAMES) writeFileSync(join(folder, name), good[name] ?? '');
  return good;
}

it('keeps usable certificates', async () => {
  const files = await made();
  const { said, certificates } = await start();
  expect(said).toEqual([]);
  expect(certificates.days).toBeGreaterThan(1);
  for (const name of NAMES) expect(readFileSync(join(folder, name), 'utf8')).toBe(files[name]);
});

it.each<[string, string, () => string, RegExp]>([
  ['an empty certificate', 'localhost.crt', () => '', /localhost\.crt is empty/u],
  ['an empty key', 'localhost.key', () => '', /localhost\.key is empty/u],
  ['an empty CA certificate', 'ca.crt', () => '', /ca\.crt is empty/u],
  ['a truncated certificate', 'localhost.crt', () => (good['localhost.crt'] ?? '').slice(0, 300), /damaged/u],
  ['garbage', 'ca.crt', () => 'hello', /not a certificate in PEM/u],
  [
    'the key of another certificate',
    'localhost.key',
    () => other.privateKey,
    /does not belong to the certificate/u,
  ],
  ['the certificate of another CA', 'ca.crt', () => other.certificate, /was not issued by/u],
])('replaces %s, keeps the old files and reports it', async (_what, name, text, problem) => {
  const files = await made();
  writeFileSync(join(folder, name), text());
  const { said } = await start();
  expect(said).toEqual([expect.stringMatching(problem)]);
  const kept = readdirSync(folder).filter((file) => file.includes('.unusable-'));
  expect(kept).toHaveLength(3);
  for (const file of kept) {
    const original = file.replace(/\.unusable-.*$/u, '');
    expect(readFileSync(join(folder, file), 'utf8')).toBe(original === name ? text() : files[original]);
  }
  expect((await start()).said).toEqual([]);
});

it('names the folder and the fix if no certificate can be created', async () => {
  writeFileSync(folder, 'a file in its place');
  await expect(start()).rejects.toMatchObject({ name: 'UserError' });
  await expect(start()).rejects.toThrow(folder);
  rmSync(folder);
  chmodSync(home, 0o700);
});
