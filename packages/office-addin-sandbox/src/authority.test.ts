import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ownAuthority, publicKeyHash, readAuthority } from './authority.ts';

const root = mkdtempSync(join(tmpdir(), 'sandbox-authority-'));
const folder = join(root, 'authority');
afterAll(() => rmSync(root, { recursive: true }));

it('creates a certificate for localhost and the Microsoft hosts, and reuses it', async () => {
  const { ca, cert, caPath } = await ownAuthority(folder);
  const certificate = new X509Certificate(cert);
  for (const host of [
    'localhost',
    'login.microsoftonline.com',
    'graph.microsoft.com',
    'appsforoffice.microsoft.com',
  ]) {
    expect(certificate.checkHost(host)).toBe(host);
  }
  expect(certificate.verify(new X509Certificate(ca).publicKey)).toBe(true);
  expect(readFileSync(caPath, 'utf8')).toBe(ca);
  expect((await ownAuthority(folder)).cert).toBe(cert);
});

it.skipIf(process.platform === 'win32')('keeps the keys readable only for the user', () => {
  expect(statSync(join(folder, 'ca.key')).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'sandbox.key')).mode & 0o077).toBe(0);
});

it('replaces a certificate that expires within a week, and one that is damaged', async () => {
  const before = (await ownAuthority(folder)).cert;
  const end = Date.parse(new X509Certificate(before).validTo);
  expect(readAuthority(folder, end - 8 * 86_400_000)).toBeDefined();
  expect(readAuthority(folder, end - 6 * 86_400_000)).toBeUndefined();
  writeFileSync(join(folder, 'sandbox.crt'), 'damaged');
  expect((await ownAuthority(folder)).cert).not.toBe(before);
});

it('names the folder if it is not writable', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  await expect(ownAuthority(join(file, 'authority'))).rejects.toThrow(
    `Can't create the sandbox's certificate in ${file}`,
  );
});

it('hashes the public key as Chromium expects: base64 of SHA-256', async () => {
  expect(publicKeyHash((await ownAuthority(folder)).cert)).toMatch(/^[A-Za-z\d+/]{43}=$/u);
});
