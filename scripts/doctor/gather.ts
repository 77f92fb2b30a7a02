import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, readConfig, type Config } from '../../src/server/config.ts';
import { loadEnvironment, type Environment } from '../../src/server/envFiles.ts';
import { settings } from '../../src/server/settings.ts';
import { manifestFindings, manifestSettings, manifestTexts } from '../manifest/projectManifests.ts';
import { withStoredSecret } from '../registration/storedSecret.ts';
import { isConfigured } from '../start.ts';
import type { CertificateFacts, DoctorFacts, EnvFileFacts, PortFacts, ReachFacts } from './finding.ts';
import { readRegistrationFacts } from './gatherRegistration.ts';
import { takenPort } from './ports.ts';
import { reachHttps, reachTcp, reasonOf } from './reach.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Looks at the machine, the project and, unless offline, the network; changes nothing. */
export async function gatherFacts(
  folder: string,
  processEnv: Environment,
  offline: boolean,
): Promise<DoctorFacts> {
  const environment = await withStoredSecret(loadEnvironment(processEnv, folder));
  const sandbox = !isConfigured(environment['CLIENT_ID'] ?? '');
  const read = readSettings(environment, sandbox);
  // A wrong setting is told by itself; what hangs on it is looked at with its default.
  const config = 'config' in read ? read.config : undefined;
  const addinOrigin = config?.addinOrigin ?? or('ADDIN_ORIGIN', environment, 'https://localhost:3000');
  const port = Number(or('PORT', environment, '3000'));
  const [takenPorts, stores, services, registration] = await Promise.all([
    portsOf(port, environment),
    config ? storesOf(config) : [],
    offline ? [] : servicesOf(config),
    offline || sandbox || !config
      ? { kind: 'not-asked' as const, why: undefined }
      : readRegistrationFacts(config, processEnv),
  ]);
  return {
    now: Date.now(),
    node: process.versions.node,
    missingPackages: missingPackages(folder),
    sandbox,
    wrongSettings: 'wrong' in read ? read.wrong : [],
    addinOrigin,
    port,
    production: environment['NODE_ENV'] === 'production',
    env: envFile(folder, '.ENV'),
    local: envFile(folder, '.ENV.local'),
    localhost: certificate(join(homedir(), '.office-addin-dev-certs', 'localhost.crt')),
    credential:
      config?.credential.kind === 'certificate'
        ? credentialOf(resolve(folder, config.credential.path))
        : undefined,
    manifests: manifestsOf(folder, environment, read),
    takenPorts,
    stores,
    services,
    registration,
  };
}

type Read = { readonly config: Config } | { readonly wrong: readonly string[] };

/** As the server reads them; in the sandbox, which brings its own registration, as if there were one. */
function readSettings(environment: Environment, sandbox: boolean): Read {
  const named = Object.keys(environment).some((name) =>
    /^(?:CLIENT_SECRET|CLIENT_CERTIFICATE_PATH|MANAGED_IDENTITY_CLIENT_ID)$/u.test(name),
  );
  const inSandbox = { CLIENT_ID: NOBODY, ...(named ? {} : { CLIENT_SECRET: 'none' }) };
  const known = /^\{\w+\}$/u.test(environment['CLIENT_ID'] ?? '{}') || !environment['CLIENT_ID'];
  try {
    return { config: readConfig(sandbox && known ? { ...environment, ...inSandbox } : environment) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      wrong: error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim()),
    };
  }
}

function or(name: 'ADDIN_ORIGIN' | 'PORT', environment: Environment, otherwise: string): string {
  const parsed = settings.shape[name].safeParse(environment[name] ?? otherwise);
  return String(parsed.data ?? otherwise);
}

function manifestsOf(folder: string, environment: Environment, read: Read): DoctorFacts['manifests'] {
  if ('wrong' in read && read.wrong.some((line) => /^(?:ADDIN_ORIGIN|SCOPE) /u.test(line))) return [];
  return manifestFindings(folder, manifestTexts(folder), manifestSettings(environment)).map(
    ({ file, where, problem, mend }) => ({ where: `${file}, ${where}`, problem, mend }),
  );
}

function missingPackages(folder: string): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { dependencies?: object; devDependencies?: object };
  const names = Object.keys({ ...dependencies, ...devDependencies });
  return names.filter((name) => !existsSync(join(folder, 'node_modules', name, 'package.json')));
}

function envFile(folder: string, name: string): EnvFileFacts | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const values = parseEnv(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
  const names = Object.keys(values).filter((key) => (values[key] ?? '').trim() !== '');
  const committed = git(folder, ['ls-files', '--error-unmatch', name]);
  // Without Git, or outside of a repository, there is nothing to leak into.
  const repository = git(folder, ['rev-parse', '--git-dir']);
  return {
    names,
    committed,
    ignored: !repository || git(folder, ['check-ignore', '-q', '--no-index', name]),
  };
}

/** True: Git says yes. */
function git(folder: string, args: readonly string[]): boolean {
  try {
    execFileSync('git', args, { cwd: folder, stdio: 'ignore', timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
}

function certificate(path: string): CertificateFacts | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return { where: path, ends: Date.parse(new X509Certificate(readFileSync(path)).validTo) };
  } catch {
    return { where: path, ends: undefined, fault: 'The file is not a certificate that can be read.' };
  }
}

function credentialOf(path: string): CertificateFacts {
  const found = certificate(path);
  const where = 'CLIENT_CERTIFICATE_PATH';
  return found ? { ...found, where } : { where, ends: undefined, fault: `There is no file ${path}.` };
}

async function portsOf(port: number, environment: Environment): Promise<PortFacts[]> {
  const first = Number(environment['SANDBOX_PORT'] ?? '3001');
  const wanted = [
    { setting: 'PORT', number: port },
    ...[0, 1, 2].map((offset) => ({ setting: 'SANDBOX_PORT', number: first + offset })),
  ].filter(({ number }) => Number.isInteger(number) && number > 0 && number < 65_536);
  const found = await Promise.all(wanted.map(({ setting, number }) => takenPort(setting, number)));
  return found.filter((facts) => facts !== undefined);
}

async function storesOf({ cache, database }: Config): Promise<ReachFacts[]> {
  return Promise.all([
    ...(cache ? [reachTcp('The cache', 'CACHE_URL', cache.url, 6379)] : []),
    database.kind === 'postgres'
      ? reachTcp('The database', 'DATABASE_URL', database.url, 5432)
      : Promise.resolve(folderFacts(database.folder)),
  ]);
}

/** The folder is made when it is needed: what counts is the nearest one that is there. */
function folderFacts(folder: string): ReachFacts {
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  const facts = { name: 'The embedded database', where: 'DATABASE_DIR' };
  try {
    accessSync(nearest, constants.W_OK);
    return { ...facts, fault: undefined };
  } catch (error) {
    return { ...facts, fault: `${nearest} cannot be written (${reasonOf(error)})` };
  }
}

async function servicesOf(config: Config | undefined): Promise<ReachFacts[]> {
  const authority = config?.authority.url ?? 'https://login.microsoftonline.com/common';
  return Promise.all([
    reachHttps('Microsoft Entra ID', 'AUTHORITY', `${authority}/v2.0/.well-known/openid-configuration`),
    reachHttps(
      'Microsoft Graph',
      'GRAPH_ENDPOINT',
      `${config?.graphEndpoint ?? 'https://graph.microsoft.com'}/v1.0/`,
    ),
    reachHttps(
      'The CDN of office.js',
      'OFFICE_JS_URL',
      config?.officeJsUrl ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    ),
  ]);
}
