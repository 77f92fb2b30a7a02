import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, realpath, rmdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ConfigError, readConfig, type Config } from '../../../../src/server/config.ts';
import { readContents } from '../../../../src/server/options/preferences/database/folderContents.ts';
import {
  explainSystemError,
  FolderFault,
} from '../../../../src/server/options/preferences/database/folderFault.ts';
import {
  loadEnvironment,
  readEnvFile,
  warningText,
  type Environment,
} from '../../../../src/server/envFiles.ts';
import { meantVariable } from '../../../../src/server/knownNames.ts';
import { settings } from '../../../../src/server/settings.ts';
import { pairFacts, readPair } from '../certificatePair.ts';
import { readLocalhost } from '../certificates.ts';
import { builtFor } from '../manifest/builtFor.ts';
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
  const files = loadFiles(processEnv, folder);
  const environment = await withStoredSecret(files.environment);
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
    wrongSettings: [...files.unreadable, ...('wrong' in read ? read.wrong : [])],
    doubtfulSettings: [...files.doubtful, ...doubtfulVariables(processEnv)],
    addinOrigin,
    port,
    production: environment['NODE_ENV'] === 'production',
    env: envFile(folder, '.ENV'),
    local: envFile(folder, '.ENV.local'),
    localhost: localhostFacts(),
    tls: tlsFacts(config, environment, folder),
    credential:
      config?.credential.kind === 'certificate'
        ? credentialOf(resolve(folder, config.credential.path))
        : undefined,
    ...manifestsOf(folder, environment, read),
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
    return { wrong: faultsOf(error) };
  }
}

function or(name: 'ADDIN_ORIGIN' | 'PORT', environment: Environment, otherwise: string): string {
  const parsed = settings.shape[name].safeParse(environment[name] ?? otherwise);
  return String(parsed.data ?? otherwise);
}

function manifestsOf(
  folder: string,
  environment: Environment,
  read: Read,
): Pick<DoctorFacts, 'manifests' | 'manifestsFor'> {
  if ('wrong' in read && read.wrong.some((line) => /^(?:ADDIN_ORIGIN|SCOPE) /u.test(line)))
    return { manifests: [], manifestsFor: undefined };
  const wanted = manifestSettings(environment);
  const texts = manifestTexts(folder);
  const manifestsFor = builtFor(texts.values(), wanted.addinOrigin);
  const shared = { ...wanted, addinOrigin: manifestsFor ?? wanted.addinOrigin };
  const manifests = manifestFindings(folder, texts, shared).map(({ file, where, problem, mend }) => ({
    where: `${file}, ${where}`,
    problem,
    mend,
  }));
  return { manifests, manifestsFor };
}

/** Both files; one that cannot be read is told, and the other counts. */
function loadFiles(processEnv: Environment, folder: string) {
  const doubtful: { where: string; problem: string }[] = [];
  const unreadable: string[] = [];
  for (const file of ['.ENV', '.ENV.local']) {
    try {
      const { warnings } = readEnvFile(join(folder, file));
      doubtful.push(...warnings.map((warning) => ({ where: file, problem: sentence(warningText(warning)) })));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      unreadable.push(...faultsOf(error));
    }
  }
  const environment = unreadable.length === 0 ? loadEnvironment(processEnv, folder) : processEnv;
  return { environment, doubtful, unreadable };
}

const sentence = (text: string) => text.trim().replace(/^./u, (first) => first.toUpperCase());

function faultsOf(error: ConfigError): string[] {
  return error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

/** Only names that are nearly ours: the rest of the environment is no business of the doctor. */
function doubtfulVariables(processEnv: Environment): DoctorFacts['doubtfulSettings'] {
  return Object.keys(processEnv).flatMap((name) => {
    const meant = meantVariable(name);
    if (meant === undefined) return [];
    return [{ where: 'environment', problem: `${name} is not a setting; did you mean ${meant}?` }];
  });
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
  const values = valuesOf(path);
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

/** Empty for a file that cannot be read: that is a finding already. */
function valuesOf(path: string): Environment {
  try {
    return readEnvFile(path).values;
  } catch (error) {
    if (error instanceof ConfigError) return {};
    throw error;
  }
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

function localhostFacts(): CertificateFacts | undefined {
  const folder = join(homedir(), '.office-addin-dev-certs');
  const found = readLocalhost(folder, Date.now());
  if (found === undefined) return undefined;
  const where = join(folder, 'localhost.crt');
  return typeof found === 'string' ? { where, ends: undefined, fault: found } : { where, ends: found.ends };
}

/** The server's own TLS, where it is not the certificate for localhost, which `localhostFacts` looks at. */
function tlsFacts(
  config: Config | undefined,
  { TLS_CERT_PATH, TLS_KEY_PATH }: Environment,
  folder: string,
): CertificateFacts | undefined {
  if (!config?.tls || (TLS_CERT_PATH === undefined && TLS_KEY_PATH === undefined)) return undefined;
  const certPath = resolve(folder, config.tls.certPath);
  const keyPath = resolve(folder, config.tls.keyPath);
  return pairOf('TLS_CERT_PATH, TLS_KEY_PATH', certPath, keyPath, new URL(config.addinOrigin).hostname);
}

/** One file with certificate and key. */
function credentialOf(path: string): CertificateFacts {
  return pairOf('CLIENT_CERTIFICATE_PATH', path, path, undefined);
}

function pairOf(
  where: string,
  certPath: string,
  keyPath: string,
  host: string | undefined,
): CertificateFacts {
  const pair = readPair(certPath, keyPath);
  if (typeof pair === 'string') return { where, ends: undefined, fault: pair };
  return { where, ...pairFacts({ certPath, keyPath }, pair, host, Date.now()) };
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
      : folderFacts(database.folder),
  ]);
}

/** As a start would find it. Only a trial shows whether a folder can be written: the trial is removed at once. */
async function folderFacts(folder: string): Promise<ReachFacts> {
  const facts = { name: 'The embedded database', where: 'DATABASE_DIR' };
  let nearest = folder;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    if (nearest === folder) await readContents(await realpath(folder));
    await rmdir(await mkdtemp(join(nearest, 'doctor-')));
    return { ...facts, fault: undefined };
  } catch (error) {
    const explained = explainSystemError(folder, error);
    const fault = explained instanceof FolderFault ? explained.message.replace(/\.$/u, '') : reasonOf(error);
    return { ...facts, fault };
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
