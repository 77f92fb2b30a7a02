import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadEnvironment, readEnvFile, warningText, type Environment } from '../env/environment.ts';
import { meantVariable } from '../env/settingNames.ts';
import { pairFacts, readPair } from '../certificatePair.ts';
import { readLocalhost } from '../certificates.ts';
import { formatFindings } from '../manifest/format/formatFindings.ts';
import { mismatchedOrigin } from '../manifest/mismatchedOrigin.ts';
import type { ManifestFinding } from '../manifest/finding.ts';
import {
  readManifests,
  manifestFindings,
  manifestSettings,
  manifestTexts,
} from '../manifest/projectManifests.ts';
import { settingNames, type AddinProject, type ProjectSettings } from '../project.ts';
import { withStoredSecret } from '../registration/storedSecret.ts';
import { isConfigured } from '../clientId.ts';
import { UserError } from '../userError.ts';
import type { CertificateFacts, DoctorFacts, EnvFileFacts, PortFacts, ServiceFacts } from './facts.ts';
import { readRegistrationFacts } from './gatherRegistration.ts';
import { findPortOwner } from './findPortOwner.ts';
import { probeHttps, probeTcp } from './probe.ts';

const PLACEHOLDER_CLIENT_ID = '00000000-0000-4000-8000-000000000000';

/**
 * Gathers facts about the machine, the project and, unless `offline`, the network. Changes nothing.
 * @param project undefined if there is no office-addin.config.ts
 */
export async function gatherFacts(
  folder: string,
  processEnv: Environment,
  offline: boolean,
  project: AddinProject | undefined,
): Promise<DoctorFacts> {
  const names = project === undefined ? [] : settingNames(project);
  const files = loadFiles(processEnv, folder, names);
  const environment = await withStoredSecret(files.environment);
  const sandbox = !isConfigured(environment['CLIENT_ID'] ?? '');
  const read: Read = project === undefined ? { wrong: [] } : readSettings(project, environment, sandbox);
  // An invalid setting is a separate finding. Checks that depend on it use its default.
  const config = 'config' in read ? read.config : undefined;
  const addinOrigin =
    config?.addinOrigin ?? settingOrDefault(project, 'ADDIN_ORIGIN', environment, 'https://localhost:3000');
  const port = Number(settingOrDefault(project, 'PORT', environment, '3000'));
  const [takenPorts, stores, projectFaults, services, registration] = await Promise.all([
    portsOf(port, environment),
    config ? storesOf(environment, names) : [],
    (config && project?.findFaults?.(config)) ?? [],
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
    invalidSettings: [...files.unreadable, ...('wrong' in read ? read.wrong : [])],
    suspectSettings: [...files.doubtful, ...doubtfulVariables(processEnv, names)],
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
    ...manifestsOf(folder, environment, project, read),
    takenPorts,
    stores,
    projectFaults,
    services,
    registration,
  };
}

type Read = { readonly config: ProjectSettings } | { readonly wrong: readonly string[] };

/** Reads the settings as the server does. In the sandbox, which has its own registration, fills in a placeholder. */
function readSettings(project: AddinProject, environment: Environment, sandbox: boolean): Read {
  const named = Object.keys(environment).some((name) =>
    /^(?:CLIENT_SECRET|CLIENT_CERTIFICATE_PATH|MANAGED_IDENTITY_CLIENT_ID)$/u.test(name),
  );
  const inSandbox = { CLIENT_ID: PLACEHOLDER_CLIENT_ID, ...(named ? {} : { CLIENT_SECRET: 'none' }) };
  const known = /^\{\w+\}$/u.test(environment['CLIENT_ID'] ?? '{}') || !environment['CLIENT_ID'];
  try {
    return {
      config: project.readSettings(sandbox && known ? { ...environment, ...inSandbox } : environment),
    };
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConfigError')) throw error;
    const lines = error.message.split('\n').slice(1);
    return { wrong: lines.map((line) => line.trim()) };
  }
}

/** Returns the value of a setting if it is valid, else the default. */
function settingOrDefault(
  project: AddinProject | undefined,
  name: 'ADDIN_ORIGIN' | 'PORT',
  environment: Environment,
  otherwise: string,
): string {
  const result = project?.settings.shape[name]?.safeParse(environment[name] ?? otherwise);
  return result?.success === true ? String(result.data) : otherwise;
}

function manifestsOf(
  folder: string,
  environment: Environment,
  project: AddinProject | undefined,
  read: Read,
): Pick<DoctorFacts, 'manifests' | 'manifestsFor'> {
  if (project === undefined) {
    const findings = [...readManifests(folder)].flatMap(([file, text]) => formatFindings(file, text));
    return { manifests: findings.map(shownFinding), manifestsFor: undefined };
  }
  if ('wrong' in read && read.wrong.some((line) => /^(?:ADDIN_ORIGIN|SCOPE) /u.test(line)))
    return { manifests: [], manifestsFor: undefined };
  const wanted = manifestSettings(environment, project);
  const texts = manifestTexts(folder);
  const manifestsFor = mismatchedOrigin(texts.values(), wanted.addinOrigin);
  const shared = { ...wanted, addinOrigin: manifestsFor ?? wanted.addinOrigin };
  const manifests = manifestFindings(folder, texts, shared).map(shownFinding);
  return { manifests, manifestsFor };
}

function shownFinding({ file, where, problem, fix }: ManifestFinding) {
  return { where: `${file}, ${where}`, problem, fix };
}

/** Loads both files. A file that cannot be read becomes a finding. */
function loadFiles(processEnv: Environment, folder: string, names: readonly string[]) {
  const doubtful: { where: string; problem: string }[] = [];
  const unreadable: string[] = [];
  for (const file of ['.ENV', '.ENV.local']) {
    try {
      const { warnings } = readEnvFile(join(folder, file), names);
      doubtful.push(...warnings.map((warning) => ({ where: file, problem: sentence(warningText(warning)) })));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unreadable.push(error.message);
    }
  }
  const environment = unreadable.length === 0 ? loadEnvironment(processEnv, folder) : processEnv;
  return { environment, doubtful, unreadable };
}

const sentence = (text: string) => text.trim().replace(/^./u, (first) => first.toUpperCase());

/** Reports only names that resemble a setting: the environment contains many other variables. */
function doubtfulVariables(
  processEnv: Environment,
  names: readonly string[],
): DoctorFacts['suspectSettings'] {
  return Object.keys(processEnv).flatMap((name) => {
    const meant = meantVariable(name, names);
    if (meant === undefined) return [];
    return [{ where: 'environment', problem: `${name} is not a setting. Did you mean ${meant}?` }];
  });
}

function missingPackages(folder: string): string[] {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return [];
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as {
    dependencies?: object;
    devDependencies?: object;
  };
  const names = Object.keys({ ...dependencies, ...devDependencies });
  return names.filter((name) => !existsSync(join(folder, 'node_modules', name, 'package.json')));
}

function envFile(folder: string, name: string): EnvFileFacts | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const values = valuesOf(path);
  const names = Object.keys(values).filter((key) => (values[key] ?? '').trim() !== '');
  const committed = git(folder, ['ls-files', '--error-unmatch', name]);
  // Outside a Git repository nothing can be committed.
  const repository = git(folder, ['rev-parse', '--git-dir']);
  return {
    names,
    committed,
    ignored: !repository || git(folder, ['check-ignore', '-q', '--no-index', name]),
  };
}

/** Returns no values for an unreadable file, which is already a finding. */
function valuesOf(path: string): Environment {
  try {
    return readEnvFile(path, []).values;
  } catch (error) {
    if (error instanceof UserError) return {};
    throw error;
  }
}

/** Returns whether the Git command succeeds. */
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

/** Returns the server's TLS certificate, unless it is the one for localhost: see `localhostFacts`. */
function tlsFacts(
  config: ProjectSettings | undefined,
  { TLS_CERT_PATH, TLS_KEY_PATH }: Environment,
  folder: string,
): CertificateFacts | undefined {
  if (!config?.tls || (TLS_CERT_PATH === undefined && TLS_KEY_PATH === undefined)) return undefined;
  const certPath = resolve(folder, config.tls.certPath);
  const keyPath = resolve(folder, config.tls.keyPath);
  return pairOf('TLS_CERT_PATH, TLS_KEY_PATH', certPath, keyPath, new URL(config.addinOrigin).hostname);
}

/** @param path a file with certificate and key */
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
  const found = await Promise.all(wanted.map(({ setting, number }) => findPortOwner(setting, number)));
  return found.filter((facts) => facts !== undefined);
}

/** Stores by the protocol of their address. */
const STORES: Readonly<Record<string, readonly [name: string, port: number]>> = {
  'redis:': ['The cache', 6379],
  'rediss:': ['The cache', 6379],
  'postgres:': ['The database', 5432],
  'postgresql:': ['The database', 5432],
};

async function storesOf(environment: Environment, names: readonly string[]): Promise<ServiceFacts[]> {
  const found = names.flatMap((where) => {
    const address = environment[where] ?? '';
    const store = STORES[URL.parse(address)?.protocol ?? ''];
    return store === undefined ? [] : [probeTcp(store[0], where, address, store[1])];
  });
  return Promise.all(found);
}

async function servicesOf(config: ProjectSettings | undefined): Promise<ServiceFacts[]> {
  const authority = config?.authority.url ?? 'https://login.microsoftonline.com/common';
  return Promise.all([
    probeHttps('Microsoft Entra ID', 'AUTHORITY', `${authority}/v2.0/.well-known/openid-configuration`),
    probeHttps(
      'Microsoft Graph',
      'GRAPH_ENDPOINT',
      `${config?.graphEndpoint ?? 'https://graph.microsoft.com'}/v1.0/`,
    ),
    probeHttps(
      'The CDN of office.js',
      'OFFICE_JS_URL',
      config?.officeJsUrl ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    ),
  ]);
}
