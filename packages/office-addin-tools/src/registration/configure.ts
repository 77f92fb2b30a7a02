import type { Environment } from '../env/environment.ts';
import type { AddinProject } from '../project.ts';
import { UserError } from '../userError.ts';
import { adminConsentUrl } from './adminConsentUrl.ts';
import { SignInRequired } from './azError.ts';
import { getGraphToken, type GraphToken } from './graphToken.ts';
import {
  applyPlan,
  neededTenant,
  plannedFiles,
  type AppliedRegistration,
  type ApplyContext,
} from './applyPlan.ts';
import { missingConsent } from './consent.ts';
import { graphClient } from './graphClient.ts';
import { getSecret, hasKeyStore, noKeyStore } from './keyStore.ts';
import { readState, NEW_CLIENT_ID } from './readState.ts';
import type { Options } from './options.ts';
import { nothingToDo, planText } from './plan.ts';
import { readProject, type Project } from './project.ts';
import { removeRegistration } from './removeRegistration.ts';
import type { SsoStep } from './ssoStep.ts';

export interface ConfigureContext {
  /** Folder of the project. */
  readonly folder: string;
  readonly project: AddinProject;
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly print: (sentence: string) => void;
  /** A question with yes or no; undefined where nobody sits at a terminal. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  /** A step of office-addin-sso. */
  readonly ssoStep: (step: SsoStep, env: Environment, clientId?: string) => Promise<boolean>;
  readonly now: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Instead of GRAPH_ENDPOINT: the imitation. */
  readonly graphEndpoint?: string | undefined;
  /** In the imitation: there is nothing to start afterwards. */
  readonly simulated?: boolean;
}

export interface Configured extends AppliedRegistration {
  /** What the server has to be told. No secret. */
  readonly settings: Readonly<Record<'CLIENT_ID' | 'AUTHORITY' | 'ADDIN_ORIGIN' | 'SCOPE', string>>;
}

/**
 * Registers the add-in, or changes or removes its registration, as the options say.
 * @returns undefined when there is nothing to go on with: a dry run, a removal, a no
 * @throws UserError
 */
export async function configure(options: Options, around: ConfigureContext): Promise<Configured | undefined> {
  const { print, ask } = around;
  const read = readProject(around, options);
  const project = { ...read, graphEndpoint: around.graphEndpoint ?? read.graphEndpoint };
  if (options.store === 'system' && !hasKeyStore(around.platform)) throw noKeyStore();
  if (options.installAz) await installAz(around);
  print('Asking az for its sign-in …');
  const session = await signIn(options, project, around);
  const graph = graphClient({
    endpoint: project.graphEndpoint,
    env: around.env,
    token: session.token,
    onWait: print,
    ...(around.wait ? { wait: around.wait } : {}),
  });
  if (options.remove) return removeRegistration({ project, options, graph, print, ask });

  print('Reading what is there …');
  const { CLIENT_SECRET: written } = project.environment;
  const stored = written === undefined && project.clientId !== undefined ? project.clientId : undefined;
  const secret = stored === undefined ? written : await getSecret(stored, around.platform);
  const known = await readState({
    project,
    options,
    graph,
    tenantId: session.tenantId,
    now: around.now(),
    secret,
  });
  if (known.credential.kind === 'secret' && !options.files && options.store === 'file')
    throw new UserError('With --no-files a secret has nowhere to go. Take another --credential, or none.');
  const work: ApplyContext = { project, options, graph, known, now: around.now(), print };
  const plan = {
    ...known,
    displayName: project.displayName,
    uniqueName: project.uniqueName,
    principalMissing: known.principalId === undefined,
    files: plannedFiles(work, known.existing?.appId ?? NEW_CLIENT_ID),
  };
  print(`\n${planText(plan)}\n`);
  if (options.dryRun) {
    print('Nothing was changed (--dry-run).');
    return undefined;
  }
  if (!nothingToDo(plan) && ask && !options.yes && !(await ask('Go on?'))) {
    print('Nothing was changed.');
    return undefined;
  }
  const done = await applyPlan(work);
  await consent(work, done, around);
  const settings = serverSettings(work, done);
  sayResult(work, settings, around);
  return { ...done, settings };
}

function serverSettings(work: ApplyContext, { application }: AppliedRegistration): Configured['settings'] {
  const { authority, origin, scopes } = work.project;
  const tenant = neededTenant(work);
  return {
    CLIENT_ID: application.appId,
    AUTHORITY: `${authority.origin}/${tenant}`,
    ADDIN_ORIGIN: origin,
    SCOPE: scopes.join(' '),
  };
}

async function installAz({ ssoStep, env, platform, print }: ConfigureContext): Promise<void> {
  if (platform !== 'win32' && platform !== 'darwin')
    throw new UserError(
      '--install-az works on Windows and macOS. See https://aka.ms/InstallAzureCli for Linux.',
    );
  print('Installing the Azure CLI; this takes some minutes …');
  await ssoStep('install-az', env);
}

/** az's sign-in, and a new one where the user wants it. */
async function signIn(options: Options, project: Project, around: ConfigureContext) {
  const { env, platform, ask, print, ssoStep } = around;
  // A registration that is there lives in the tenant that AUTHORITY names, whatever the default of az is.
  const own = project.clientId !== undefined && /^[0-9a-f-]{36}$/u.test(project.authority.tenant);
  const tenantId = options.tenantId ?? (own ? project.authority.tenant : undefined);
  const askAz = () => getGraphToken({ env, platform, tenantId, graphEndpoint: project.graphEndpoint });
  let current: GraphToken;
  try {
    current = await askAz();
  } catch (error) {
    if (!(error instanceof SignInRequired) || !ask || !canShowBrowser(around)) throw error;
    print(error.message);
    if (!(await ask('Sign in now, in the browser?'))) throw error;
    if (!(await ssoStep('login', env))) throw error;
    current = await askAz();
  }
  return {
    tenantId: current.tenantId,
    token: async (renew: boolean) => {
      if (renew) current = await askAz();
      return current.accessToken;
    },
  };
}

/** Without one az would show a code to type in, which office-addin-sso swallows. */
function canShowBrowser({ platform, env }: ConfigureContext): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? env['DRY_AZURE_FOLDER']);
}

/** Consent for everybody, where the user is an administrator and wants it; else the link for one. */
async function consent(
  work: ApplyContext,
  { application, principalId }: AppliedRegistration,
  around: ConfigureContext,
): Promise<void> {
  const { options, project, known, graph, print } = work;
  const { ask, ssoStep, env } = around;
  const names = known.wanted.permissions.map(({ name }) => name);
  const missing = await missingConsent(graph, principalId, names);
  if (missing?.length === 0) {
    print('\nAn administrator has consented for everybody already.');
    return;
  }
  const asks = options.adminConsent || (ask !== undefined && !options.yes);
  if (asks && (await ssoStep('is-admin', env))) {
    const agreed =
      options.adminConsent || (await ask?.(`Consent for everybody in the tenant to: ${names.join(', ')}?`));
    if (agreed && (await ssoStep('consent', env, application.appId))) {
      print('\nConsented for everybody in the tenant.');
      return;
    }
  } else if (options.adminConsent)
    print('\nThis account is not Global Administrator, so it cannot consent for everybody.');
  const link = adminConsentUrl({
    authorityOrigin: project.authority.origin,
    tenantId: known.tenantId,
    clientId: application.appId,
    scopes: names,
    addinOrigin: project.origin,
  });
  const what = missing === undefined ? names.join(', ') : missing.join(', ');
  print(`\nNobody has consented for everybody yet: ${what}.`);
  print('Users are asked themselves, where the tenant lets them. For all of them an administrator opens');
  print(`  ${link}`);
  print('while the add-in is running: the page that Entra ID comes back to is its own.');
}

function sayResult(
  { options, known, print }: ApplyContext,
  settings: Configured['settings'],
  { env, simulated = false }: ConfigureContext,
): void {
  if (known.identity) {
    print(
      `\nOn the server set MANAGED_IDENTITY_CLIENT_ID=${known.identity.clientId} and no other credential.`,
    );
  }
  if (!options.files) {
    print('\nSettings of the server:');
    for (const name of ['CLIENT_ID', 'AUTHORITY', 'ADDIN_ORIGIN'] as const)
      print(`  ${name}=${settings[name]}`);
    return;
  }
  const shadow = env['CLIENT_ID'];
  if (shadow !== undefined && shadow.toLowerCase() !== settings.CLIENT_ID)
    print('\nThe environment has another CLIENT_ID, which wins over .ENV: take it out.');
  if (!simulated) print('\nNext: npm start');
}
