import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestTexts } from '../manifest/projectManifests.ts';
import { fixtureFolder as project, fixtureProject } from '../manifest/testing/sampleManifests.ts';
import { selfSigned } from '../registration/selfSigned.ts';
import { diagnose } from './diagnose.ts';
import { gatherFacts } from './gather.ts';

let folder: string;
const servers: Server[] = [];

/** Listens on a free port: a sandbox may be running on the default ports. */
async function listening(): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  for (const part of [...manifestTexts(project).keys(), 'assets', '.ENV', '.gitignore', 'package.json']) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  execFileSync('git', ['init', '-q'], { cwd: folder });
  execFileSync('git', ['add', '.ENV', '.gitignore'], { cwd: folder });
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true });
});

async function found(environment: Record<string, string> = {}) {
  const freePorts = { PORT: '1', SANDBOX_PORT: '2' };
  const facts = await gatherFacts(folder, { ...freePorts, ...environment }, true, fixtureProject);
  // The version of Node.js and the localhost certificate belong to this machine, not to the folder.
  return diagnose({ ...facts, node: '22.12.0', localhost: { where: '', ends: Infinity } }).map(
    ({ check, where }) => [check, where],
  );
}

it('finds nothing in a fresh clone', async () => {
  expect(await found()).toEqual([]);
});

it('finds problems in .ENV, .ENV.local and .gitignore', async () => {
  appendFileSync(join(folder, '.ENV'), '\nCLIENT_SECRET=abc\nRATE_LIMIT=many\n');
  writeFileSync(join(folder, '.gitignore'), 'node_modules/\n');
  writeFileSync(join(folder, '.ENV.local'), '\uFEFFLOG_LEVEL=info\n');
  expect(await found()).toEqual([
    ['settings', 'RATE_LIMIT'],
    ['secret-in-env', '.ENV'],
    ['env-local-ignored', '.gitignore'],
  ]);
});

it('finds a port in use, an unreachable database, and manifests for another origin', async () => {
  const port = await listening();
  const gone = await listening();
  await new Promise((done) => servers.pop()?.close(done));
  const addin = {
    ADDIN_ORIGIN: 'https://addin.contoso.com',
    DATABASE_URL: `postgres://u:p@localhost:${gone}/d`,
  };
  const findings = await found({ PORT: String(port), ...addin });
  expect(findings).toContainEqual(['port', 'PORT']);
  expect(findings).toContainEqual(['store', 'DATABASE_URL']);
  expect(findings.filter(([check]) => check?.startsWith('manifest'))).toEqual([
    ['manifest-origin', 'ADDIN_ORIGIN'],
  ]);
});

it('reports manifests for another port once, as a note in the sandbox', async () => {
  const other = { ADDIN_ORIGIN: 'https://localhost:1' };
  expect(await found(other)).toEqual([['manifest-origin', 'ADDIN_ORIGIN']]);
});

it('reads UTF-16, and finds misspelled settings in both files and in the environment', async () => {
  writeFileSync(join(folder, '.ENV.local'), Buffer.from('\uFEFFRATE_LIMITS=5\r\n', 'utf16le'));
  appendFileSync(join(folder, '.ENV'), '\nDATABSE_DIR=x\n');
  expect(await found({ CLIENT_SECERT: 'abc', Path: '/usr/bin', MY_CLIENT_THING: 'x' })).toEqual([
    ['setting-text', '.ENV'],
    ['setting-text', '.ENV.local'],
    ['setting-text', 'environment'],
  ]);
});

it('continues if an .ENV file has an unknown encoding', async () => {
  writeFileSync(join(folder, '.ENV.local'), Buffer.from('# f\xfcr\n', 'latin1'));
  expect((await found()).map(([check]) => check)).toContain('settings');
});

it("reports what the project's own check finds", async () => {
  const fault = { where: 'DATABASE_DIR', problem: 'It is full.' };
  const project = { ...fixtureProject, findFaults: () => Promise.resolve([fault]) };
  const facts = await gatherFacts(folder, { PORT: '1', SANDBOX_PORT: '2' }, true, project);
  expect(facts.projectFaults).toEqual([fault]);
});

it('checks a project without office-addin.config.ts', async () => {
  writeFileSync(join(folder, 'manifest.xml'), '<OfficeApp');
  const facts = await gatherFacts(folder, { PORT: '1', SANDBOX_PORT: '2' }, true, undefined);
  const findings = diagnose({ ...facts, localhost: undefined, takenPorts: [] }).filter(
    ({ grade }) => grade === 'error',
  );
  expect(findings).toEqual([expect.objectContaining({ check: 'manifest' })]);
});

describe('TLS_CERT_PATH and TLS_KEY_PATH', { tags: 'full' }, () => {
  const DAY = 86_400_000;
  const pairFor = (days: number) =>
    selfSigned('addin', new Date(Date.now() - 9 * DAY), new Date(Date.now() + days * DAY));
  it.each<[string, (pair: { certificate: string; privateKey: string }) => Promise<[string, string]>, RegExp]>(
    [
      ['an empty certificate', (pair) => Promise.resolve(['', pair.privateKey]), /is empty/u],
      [
        'a file that is not a certificate',
        (pair) => Promise.resolve(['hello', pair.privateKey]),
        /not a certificate in PEM/u,
      ],
      [
        'the key of another certificate',
        async (pair) => [pair.certificate, (await pairFor(99)).privateKey],
        /does not belong to the certificate/u,
      ],
      [
        'an encrypted key',
        (pair) => {
          const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
          return Promise.resolve([
            pair.certificate,
            createPrivateKey(pair.privateKey).export(options) as string,
          ]);
        },
        /is encrypted/u,
      ],
      [
        'a certificate for another host',
        (pair) => Promise.resolve([pair.certificate, pair.privateKey]),
        /is not for localhost/u,
      ],
    ],
  )('reports %s', async (_what, make, said) => {
    const [cert, key] = await make(await pairFor(99));
    const paths = { TLS_CERT_PATH: join(folder, 'cert.pem'), TLS_KEY_PATH: join(folder, 'key.pem') };
    writeFileSync(paths.TLS_CERT_PATH, cert);
    writeFileSync(paths.TLS_KEY_PATH, key);
    const facts = await gatherFacts(folder, { PORT: '1', SANDBOX_PORT: '2', ...paths }, true, fixtureProject);
    expect(facts.tls?.fault).toMatch(said);
  });

  it('reports a missing file', async () => {
    expect(await found({ TLS_CERT_PATH: 'nowhere.pem' })).toEqual([
      ['tls-certificate', 'TLS_CERT_PATH, TLS_KEY_PATH'],
    ]);
  });
});
