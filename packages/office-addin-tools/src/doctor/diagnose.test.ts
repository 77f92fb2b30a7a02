import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';
import type { DoctorFacts, ServiceFacts } from './facts.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const DAY = 86_400_000;
const entra: ServiceFacts = { name: 'Entra ID', where: 'AUTHORITY', fault: undefined, ahead: 900 };
const file = { names: ['SCOPE', 'PORT'], ignored: false, committed: true };

/** A fresh clone on a machine where `npm start` ran once. */
const healthy: DoctorFacts = {
  now,
  node: '22.12.0',
  missingPackages: [],
  sandbox: true,
  invalidSettings: [],
  addinOrigin: 'https://localhost:3000',
  port: 3000,
  production: false,
  env: file,
  local: { names: ['CLIENT_SECRET'], ignored: true, committed: false },
  localhost: { where: 'localhost.crt', ends: now + 20 * DAY },
  credential: undefined,
  manifests: [],
  manifestsFor: undefined,
  suspectSettings: [],
  tls: undefined,
  takenPorts: [],
  projectFaults: [],
  stores: [{ name: 'Redis', where: 'CACHE_URL', fault: undefined }],
  services: [entra],
  registration: { kind: 'not-asked', why: undefined },
};
const inOffice: Partial<DoctorFacts> = { sandbox: false };
const finding = { where: 'x', problem: 'p', fix: 'm' };

it('finds nothing in a healthy clone', () => {
  expect(diagnose(healthy)).toEqual([]);
  expect(diagnose({ ...healthy, ...inOffice, local: undefined, node: '24.1.0' })).toEqual([]);
  expect(
    diagnose({
      ...healthy,
      node: '20.20.0',
      now: Date.parse('2026-04-30T23:00:00Z'),
      localhost: { where: 'l.crt', ends: now + 90 * DAY },
    }),
  ).toEqual([]);
});

describe('reports one finding for', () => {
  it.each<[string, Partial<DoctorFacts>, [string, string, string]]>([
    ['an old Node.js', { node: '20.19.9' }, ['error', 'node', 'Node.js']],
    ['a Node.js past its end of life', { node: '21.7.3' }, ['warning', 'node', 'Node.js']],
    ['missing packages', { missingPackages: ['zod', 'pg'] }, ['error', 'packages', 'node_modules']],
    [
      'no certificate yet',
      { localhost: undefined },
      ['note', 'localhost-certificate', '~/.office-addin-dev-certs'],
    ],
    [
      'an expired certificate',
      { localhost: { where: 'l.crt', ends: now - 1 } },
      ['warning', 'localhost-certificate', 'l.crt'],
    ],
    [
      'a broken certificate',
      { localhost: { where: 'l.crt', ends: undefined, fault: 'no PEM' } },
      ['error', 'localhost-certificate', 'l.crt'],
    ],
    [
      'a port in use',
      { takenPorts: [{ setting: 'PORT', port: 3000, by: 'process 7', ours: false }] },
      ['error', 'port', 'PORT'],
    ],
    [
      'a leftover server',
      { takenPorts: [{ setting: 'PORT', port: 3000, by: undefined, ours: true }] },
      ['warning', 'leftover-server', 'PORT'],
    ],
    [
      'an unreachable Redis',
      { stores: [{ name: 'Redis', where: 'CACHE_URL', fault: 'refused' }] },
      ['error', 'store', 'CACHE_URL'],
    ],
    [
      "a problem that the project's own check finds",
      { projectFaults: [{ where: 'DATABASE_DIR', problem: 'p' }] },
      ['error', 'store', 'DATABASE_DIR'],
    ],
    [
      'offline, in the sandbox',
      { services: [{ ...entra, fault: 'ENOTFOUND' }] },
      ['note', 'network', 'AUTHORITY'],
    ],
    [
      'offline, in Office',
      { ...inOffice, services: [{ ...entra, fault: 'ENOTFOUND' }] },
      ['warning', 'network', 'AUTHORITY'],
    ],
    [
      'a clock that is slow',
      { services: [{ ...entra, ahead: 6 * 60_000 }] },
      ['error', 'clock', 'system clock'],
    ],
    [
      'a clock that is fast',
      { services: [{ ...entra, ahead: -6 * 60_000 }] },
      ['error', 'clock', 'system clock'],
    ],
    [
      'an invalid setting',
      { invalidSettings: ['RATE_LIMIT must be a whole number'] },
      ['error', 'settings', 'RATE_LIMIT'],
    ],
    [
      'two credentials',
      { invalidSettings: ['CLIENT_SECRET, CLIENT_CERTIFICATE_PATH: more than one'] },
      ['error', 'settings', 'CLIENT_SECRET, CLIENT_CERTIFICATE_PATH'],
    ],
    ['a secret in .ENV', { env: { ...file, names: ['CLIENT_SECRET'] } }, ['error', 'secret-in-env', '.ENV']],
    [
      '.ENV.local not ignored',
      { local: { names: [], ignored: false, committed: false } },
      ['error', 'env-local-ignored', '.gitignore'],
    ],
    [
      '.ENV.local committed',
      { local: { names: [], ignored: true, committed: true } },
      ['error', 'env-local-committed', '.ENV.local'],
    ],
    [
      'different ports in ADDIN_ORIGIN and PORT',
      { ...inOffice, port: 3005 },
      ['error', 'origin-port', 'ADDIN_ORIGIN, PORT'],
    ],
    [
      'a domain that the user does not own',
      { addinOrigin: 'https://a.azurewebsites.net' },
      ['warning', 'own-domain', 'ADDIN_ORIGIN'],
    ],
    ['localhost in production', { production: true }, ['error', 'production-origin', 'ADDIN_ORIGIN']],
    [
      'an expired credential',
      { credential: { where: 'CLIENT_CERTIFICATE_PATH', ends: now } },
      ['error', 'credential', 'CLIENT_CERTIFICATE_PATH'],
    ],
    [
      'a credential that expires soon',
      { credential: { where: 'CLIENT_CERTIFICATE_PATH', ends: now + 9 * DAY } },
      ['warning', 'credential', 'CLIENT_CERTIFICATE_PATH'],
    ],
    [
      'an unreadable credential',
      { credential: { where: 'CLIENT_CERTIFICATE_PATH', ends: undefined, fault: 'gone' } },
      ['error', 'credential', 'CLIENT_CERTIFICATE_PATH'],
    ],
    [
      'manifests for another port',
      { ...inOffice, manifestsFor: 'https://localhost:3999' },
      ['error', 'manifest-origin', 'ADDIN_ORIGIN'],
    ],
    [
      'manifests for another port, in the sandbox',
      { manifestsFor: 'https://localhost:3999' },
      ['note', 'manifest-origin', 'ADDIN_ORIGIN'],
    ],
    [
      'manifests for localhost if the build is for another host',
      { ...inOffice, addinOrigin: 'https://addin.contoso.com', manifestsFor: 'https://localhost:3000' },
      ['note', 'manifest-origin', 'ADDIN_ORIGIN'],
    ],
    [
      'a suspect setting',
      { suspectSettings: [{ where: '.ENV', problem: 'p' }] },
      ['warning', 'setting-text', '.ENV'],
    ],
    [
      'a TLS certificate that expires tomorrow',
      { tls: { where: 'TLS_CERT_PATH', ends: now + 1.5 * DAY } },
      ['warning', 'tls-certificate', 'TLS_CERT_PATH'],
    ],
    [
      'a TLS certificate that has expired',
      { tls: { where: 'TLS_CERT_PATH', ends: now } },
      ['error', 'tls-certificate', 'TLS_CERT_PATH'],
    ],
    [
      'a TLS certificate that cannot be used',
      { tls: { where: 'TLS_CERT_PATH', ends: undefined, fault: 'No.' } },
      ['error', 'tls-certificate', 'TLS_CERT_PATH'],
    ],
    ['an invalid manifest', { manifests: [finding] }, ['error', 'manifest', 'x']],
    [
      'a missing az',
      { ...inOffice, registration: { kind: 'not-asked', why: 'az is not installed.' } },
      ['note', 'registration', 'Azure CLI'],
    ],
    [
      'a missing registration',
      { ...inOffice, registration: { kind: 'missing' } },
      ['error', 'registration', 'CLIENT_ID'],
    ],
    [
      'a registration that differs',
      { ...inOffice, registration: { kind: 'read', findings: [finding] } },
      ['error', 'registration', 'x'],
    ],
  ])('%s', (_name, change, [grade, check, where]) => {
    const findings = diagnose({ ...healthy, ...change });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ grade, check, where });
    expect(findings[0]?.fix).not.toBe('');
  });
});

it('lists the most severe findings first', () => {
  const findings = diagnose({
    ...healthy,
    localhost: undefined,
    missingPackages: ['zod'],
    services: [{ ...entra, fault: 'x' }],
  });
  expect(findings.map(({ grade }) => grade)).toEqual(['error', 'note', 'note']);
});
