import { createCA, createCert } from 'mkcert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localhostCertificates, readCertificates } from './certificates.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'certificates-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const authority = (validity = 30) =>
  createCA({ organization: 'x', countryCode: 'US', state: 'x', locality: 'x', validity });

async function write({ validity = 30, domains = ['localhost'] } = {}): Promise<void> {
  const ca = await authority();
  const { cert, key } = await createCert({ ca, domains, validity });
  writeFileSync(join(folder, 'ca.crt'), ca.cert);
  writeFileSync(join(folder, 'localhost.crt'), cert);
  writeFileSync(join(folder, 'localhost.key'), key);
}

const read = () => readCertificates(folder, Date.now());

it('reads a usable certificate', async () => {
  await write();
  const certificates = await localhostCertificates(undefined, folder);
  expect(certificates.caPath).toBe(join(folder, 'ca.crt'));
  expect(certificates.cert).toEqual(readFileSync(join(folder, 'localhost.crt')));
});

it('returns undefined without files', () => expect(read()).toBeUndefined());

it('returns a message that names the fault', async () => {
  await write({ validity: 0 });
  expect(read()).toContain('expires at');
  await write({ domains: ['addin.example'] });
  expect(read()).toContain('is not for localhost');
  await write();
  writeFileSync(join(folder, 'ca.crt'), (await authority()).cert);
  expect(read()).toContain('was issued by another authority');
  writeFileSync(join(folder, 'localhost.key'), (await authority()).key);
  expect(read()).toContain('belongs to another key');
  writeFileSync(join(folder, 'localhost.crt'), 'nonsense');
  expect(read()).toContain("can't be read");
  rmSync(join(folder, 'ca.crt'));
  expect(read()).toContain('ca.crt is missing');
});

it('replaces unusable files, keeps copies of the old ones, and warns once', async () => {
  await write({ validity: 0 });
  const old = readFileSync(join(folder, 'localhost.crt'));
  const warnings: string[] = [];
  const made = await localhostCertificates((sentence) => warnings.push(sentence), folder);
  expect(made.cert).not.toEqual(old);
  expect(warnings).toHaveLength(1);
  const kept = readdirSync(folder).find((name) => name.startsWith('localhost.crt.unusable-')) ?? '';
  expect(readFileSync(join(folder, kept))).toEqual(old);
});
