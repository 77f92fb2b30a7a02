// @module-tag full
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDryAzure, type Situation } from 'office-addin-sandbox/azure';
import { loadEnvironment } from '../env/environment.ts';
import { fixtureFolder as project, fixtureProject } from '../manifest/testing/sampleManifests.ts';
import { readText } from '../readText.ts';
import { withSettings } from '../registration/envText.ts';
import { selfSigned } from '../registration/selfSigned.ts';
import { dryConfigure, type DryConfigure } from '../registration/testing/dryConfigure.ts';
import { freePort } from '../services/freePort.ts';
import { diagnose } from './diagnose.ts';
import type { DoctorFacts } from './facts.ts';
import { gatherFacts } from './gather.ts';
import { readRegistrationFacts } from './gatherRegistration.ts';

/** Introduces one fault at a time into a clone that is registered in the simulated Azure. */

// Each test starts processes: az, Git, and lsof or ss.
vi.setConfig({ testTimeout: 30_000 });

const DAY = 86_400_000;

let dry: DryConfigure;
let port: number;
/** Copy of `dry` for one test. */
let home: string;
let clone: string;
let azure: string;
let certificates: Record<'good' | 'ended' | 'endsSoon', string>;
const servers: Server[] = [];

beforeAll(async () => {
  dry = dryConfigure();
  port = await freePort();
  const own = { ADDIN_ORIGIN: `https://localhost:${port}`, PORT: String(port) };
  dry.write('.ENV', withSettings(dry.read('.ENV'), own));
  for (const part of ['assets', '.gitignore']) {
    cpSync(join(project, part), join(dry.folder, part), { recursive: true });
  }
  await dry.run();
  git(dry.folder, 'init', '-q');
  git(dry.folder, 'add', '.ENV', '.gitignore');
  const pem = async (from: number, to: number) => {
    const made = await selfSigned(
      'localhost',
      new Date(Date.now() + from * DAY),
      new Date(Date.now() + to * DAY),
    );
    return made.certificate + made.privateKey;
  };
  const [good, ended, endsSoon] = await Promise.all([pem(-1, 365), pem(-9, -1), pem(-1, 9)]);
  certificates = { good, ended, endsSoon };
}, 60_000);
afterAll(() => dry.close());

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'doctor-'));
  [clone, azure] = [join(home, 'project'), join(home, 'azure')];
  const verbatim = { recursive: true, verbatimSymlinks: true };
  cpSync(dry.folder, clone, verbatim);
  cpSync(dry.azure, azure, verbatim);
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  localhostCertificate(certificates.good);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
  rmSync(home, { recursive: true });
});

function git(folder: string, ...args: string[]): void {
  execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
}

/** Self-signed: the certificate is its own authority. */
function localhostCertificate(pem: string): void {
  const folder = join(home, '.office-addin-dev-certs');
  mkdirSync(folder, { recursive: true });
  for (const name of ['ca.crt', 'localhost.crt', 'localhost.key']) writeFileSync(join(folder, name), pem);
}

const fileOf = (file: string) => join(clone, file);
const textOf = (file: string) => readText(fileOf(file)) ?? '';
const env = (changes: Record<string, string | null>, file = '.ENV.local') =>
  writeFileSync(fileOf(file), withSettings(textOf(file), changes));

function edit(file: string, from: string | RegExp, to: string): void {
  const text = textOf(file);
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${file} has nothing to edit.`);
  writeFileSync(fileOf(file), edited);
}

async function listening(at = 0): Promise<number> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(at, 'localhost', done));
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

/** Changes the registration without the project. */
function editRegistration(change: (application: Record<string, unknown>) => void): void {
  const file = join(azure, 'azure.json');
  const state = JSON.parse(readText(file) ?? '') as { applications: Record<string, unknown>[] };
  for (const application of state.applications) change(application);
  writeFileSync(file, JSON.stringify(state));
}

const certificateFile = (pem: string) => {
  writeFileSync(fileOf('client.pem'), pem);
  env({ CLIENT_SECRET: null, CLIENT_CERTIFICATE_PATH: fileOf('client.pem') });
};

const gather = () => gatherFacts(clone, settings, true, fixtureProject);
const settings = { SANDBOX_PORT: '2' };

function saidOf(facts: DoctorFacts): string[] {
  // Not that of the machine, which may be past its end of life.
  return diagnose({ ...facts, node: '22.12.0' }).map(
    ({ grade, check, where, problem }) => `${grade} ${check}: ${where}: ${problem}`,
  );
}

/** Returns all findings, except those about Microsoft's services, which tests don't call. */
async function foundInTenant(situation?: Situation): Promise<string[]> {
  const facts = await gather();
  const cloud = await startDryAzure(azure, situation);
  try {
    const { CLIENT_ID = '', ADDIN_ORIGIN, AUTHORITY, SCOPE } = loadEnvironment(settings, clone);
    const config = { CLIENT_ID, CLIENT_SECRET: 'any', ADDIN_ORIGIN, AUTHORITY, SCOPE };
    const az = { env: cloud.environment, graph: cloud.graphEndpoint };
    const registration = await readRegistrationFacts(fixtureProject.readSettings(config), az.env, az.graph);
    return saidOf({ ...facts, registration });
  } finally {
    await cloud.close();
  }
}

it('finds nothing in a healthy, registered clone', async () => {
  expect(await foundInTenant()).toEqual([]);
});

/** By name: introduces the fault, and the complete list of expected findings. */
type Faults = Readonly<Record<string, readonly [() => unknown, readonly RegExp[]]>>;

const inTheProject: Faults = {
  'a different port in the manifest’s Resource': [
    () => edit('manifest.xml', /(?<=<Resource>api:\/\/localhost:)\d+/u, '3999'),
    [/^error manifest: .*Resource.*ADDIN_ORIGIN is on/u, /^error manifest: .*Resource.*the page is on/u],
  ],
  'a placeholder left in a manifest': [
    () => edit('manifest.outlook.xml', /(?<=<WebApplicationInfo>\s*<Id>)[^<]+/u, '{application GUID here}'),
    [/^error manifest: manifest\.outlook\.xml/u, /^error manifest: manifest\.outlook\.xml/u],
  ],
  'the unified manifest of another registration': [
    () =>
      edit(
        'manifest.json',
        /(?<="webApplicationInfo":\s*\{\s*"id": ")[^"]+/u,
        '11111111-2222-4333-8444-555555555555',
      ),
    [/manifest\.json.*CLIENT_ID is/u, /manifest\.json.*resource/u, /manifest\.json.*nestedAppAuthInfo/u],
  ],
  'a manifest that is not well-formed': [
    () => edit('manifest.xml', '</OfficeApp>', ''),
    [/^error manifest: manifest\.xml/u],
  ],
  'a secret in the committed .ENV': [
    () => env({ CLIENT_SECRET: 'abc' }, '.ENV'),
    [/^error secret-in-env: \.ENV/u],
  ],
  'an .ENV.local that Git does not ignore': [
    () => edit('.gitignore', '.ENV.local\n', ''),
    [/^error env-local-ignored: \.gitignore/u],
  ],
  'a committed .ENV.local': [
    () => git(clone, 'add', '-f', '.ENV.local'),
    [/^error env-local-committed: \.ENV\.local/u],
  ],
  'two credentials': [
    () => env({ MANAGED_IDENTITY_CLIENT_ID: '11111111-2222-4333-8444-555555555555' }),
    [/^error settings: CLIENT_SECRET, MANAGED_IDENTITY_CLIENT_ID/u],
  ],
  'no credential': [
    () => env({ CLIENT_SECRET: null }),
    [/^error settings: CLIENT_SECRET, CLIENT_CERTIFICATE_PATH, MANAGED_IDENTITY_CLIENT_ID/u],
  ],
  'a setting that is still a placeholder': [
    () => env({ DATABASE_URL: '{DATABASE_URL}' }),
    [/^error settings: DATABASE_URL: .*placeholder/u],
  ],
  'an unresolved Key Vault reference': [
    () => env({ CLIENT_SECRET: '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s/)' }),
    [/^error settings: CLIENT_SECRET: .*Key Vault/u],
  ],
  'different ports in PORT and ADDIN_ORIGIN': [
    () => env({ PORT: '1' }),
    [/^error origin-port: ADDIN_ORIGIN, PORT/u],
  ],
  'localhost in production': [
    () => env({ NODE_ENV: 'production' }),
    [/^error production-origin: ADDIN_ORIGIN/u],
  ],
  'an expired client certificate': [
    () => certificateFile(certificates.ended),
    [/^error credential: CLIENT_CERTIFICATE_PATH: .*expired on/u],
  ],
  'a client certificate that expires soon': [
    () => certificateFile(certificates.endsSoon),
    [/^warning credential: CLIENT_CERTIFICATE_PATH: .*expires in [89] days/u],
  ],
  'a missing client certificate': [
    () => env({ CLIENT_SECRET: null, CLIENT_CERTIFICATE_PATH: 'nowhere.pem' }),
    [/^error credential: CLIENT_CERTIFICATE_PATH: .* does not exist/u],
  ],
  'an expired certificate for localhost': [
    () => localhostCertificate(certificates.ended),
    [/^warning localhost-certificate: .*localhost\.crt/u],
  ],
  'a localhost.crt that is not a certificate': [
    () => localhostCertificate('hello'),
    [/^error localhost-certificate: .*localhost\.crt/u],
  ],
  'a CA that did not issue the certificate for localhost': [
    () => writeFileSync(join(home, '.office-addin-dev-certs/ca.crt'), certificates.endsSoon),
    [/^error localhost-certificate: .*was not issued by/u],
  ],
  'a client certificate without its key': [
    () => certificateFile(certificates.good.replace(/-----BEGIN PRIVATE[\s\S]*$/u, '')),
    [/^error credential: CLIENT_CERTIFICATE_PATH: .*no private key/u],
  ],
  'manifests for another port': [
    () => env({ ADDIN_ORIGIN: 'https://localhost:4450', PORT: '4450' }, '.ENV'),
    [/^error manifest-origin: ADDIN_ORIGIN: .*localhost:4450/u],
  ],
  'addresses that are not https': [
    () =>
      env({ GRAPH_ENDPOINT: 'http://graph.microsoft.com', OFFICE_JS_URL: 'office.js', AUTHORITY: 'common' }),
    [/^error settings: AUTHORITY/u, /^error settings: GRAPH_ENDPOINT/u, /^error settings: OFFICE_JS_URL/u],
  ],
  'a value that is cut off at "#"': [
    () => appendFileSync(fileOf('.ENV.local'), 'DATABASE_DIR=abc#def\n'),
    [/^warning setting-text: \.ENV\.local: Line \d+, DATABASE_DIR is cut off/u],
  ],
  'a port in use by another program': [() => listening(port), [/^error port: PORT/u]],
  'a database that does not answer': [
    async () => env({ DATABASE_URL: `postgres://u:p@localhost:${await freePort()}/d` }),
    [/^error store: DATABASE_URL/u],
  ],
  'a package that is not installed': [
    () => edit('package.json', '"dependencies": {', '"dependencies": { "not-there": "1.0.0"'),
    [/^error packages: node_modules: Packages are not installed: not-there/u],
  ],
};

const inTheTenant: Faults = {
  'a scope that is missing in the manifests': [
    () => env({ SCOPE: 'User.Read Files.Read Mail.Read' }, '.ENV'),
    [
      /^error manifest: manifest\.xml.*Mail\.Read/u,
      /^error manifest: manifest\.outlook\.xml.*Mail\.Read/u,
      /^error registration: .*The permission Mail\.Read is missing/u,
    ],
  ],
  'a registration without a redirect URI': [
    () => editRegistration((application) => (application['spa'] = { redirectUris: [] })),
    ['bridge', 'dialog', 'consent', 'brk-multihub'].map(
      (name) => new RegExp(`^error registration: .*redirect URI .*${name}`, 'u'),
    ),
  ],
  'a registration whose accounts do not match AUTHORITY': [
    () => editRegistration((application) => (application['signInAudience'] = 'AzureADMyOrg')),
    [/^error registration: AUTHORITY: .*\/organizations.*AzureADMyOrg/u],
  ],
  'a registration for another origin': [
    () => editRegistration((application) => (application['identifierUris'] = ['api://localhost:3999/x'])),
    [/^error registration: .*Application ID URI/u],
  ],
  'a deleted registration': [
    () => {
      const file = join(azure, 'azure.json');
      const state = JSON.parse(readText(file) ?? '') as object;
      writeFileSync(file, JSON.stringify({ ...state, applications: [] }));
    },
    [/^error registration: CLIENT_ID/u],
  ],
};

describe('reports exactly the findings for', () => {
  const check = (findings: readonly string[], said: readonly RegExp[]) => {
    expect(findings).toEqual(said.map((line) => expect.stringMatching(line) as string));
  };
  it.each(Object.entries(inTheProject))('%s', async (_name, [seed, said]) => {
    await seed();
    check(saidOf(await gather()), said);
  });
  it.each(Object.entries(inTheTenant))('%s', async (_name, [seed, said]) => {
    await seed();
    check(await foundInTenant(), said);
  });
});

it('continues without a sign-in to az, and reports that', async () => {
  appendFileSync(fileOf('.ENV.local'), 'RATE_LIMIT=many\n');
  expect(await foundInTenant('signed-out')).toEqual([
    expect.stringMatching(/^error settings: RATE_LIMIT/u),
    expect.stringMatching(/^note registration: .*az login/u),
  ]);
});
