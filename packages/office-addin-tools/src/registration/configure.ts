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
import { readState, NEW_CLIENT_ID, NEW_PANE_CLIENT_ID } from './readState.ts';
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
  /** Asks a yes/no question; undefined without a terminal. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  /** Runs a step of office-addin-sso. */
  readonly ssoStep: (step: SsoStep, env: Environment, clientId?: string) => Promise<boolean>;
  readonly now: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Overrides GRAPH_ENDPOINT, for the simulated Azure. */
  readonly graphEndpoint?: string | undefined;
  /** True for the simulated Azure: there is nothing to start afterwards. */
  readonly simulated?: boolean;
}

export interface Configured extends AppliedRegistration {
  /** Settings for the server, without secrets. */
  readonly settings: Readonly<Record<'CLIENT_ID' | 'AUTHORITY' | 'ADDIN_ORIGIN' | 'SCOPE', string>> & {
    /** With two registrations. */
    readonly PANE_CLIENT_ID?: string;
  };
}

/**
 * Creates, changes or removes the add-in's registration.
 * @returns undefined if nothing was registered: after a dry run, a removal, or the answer no
 * @throws UserError
 */
export async function configure(
  options: Options,
  context: ConfigureContext,
): Promise<Configured | undefined> {
  const { print, ask } = context;
  const read = readProject(context, options);
  const project = { ...read, graphEndpoint: context.graphEndpoint ?? read.graphEndpoint };
  if (options.store === 'system' && !hasKeyStore(context.platform)) throw noKeyStore();
  if (options.installAz) await installAz(context);
  print('Getting a token from az …');
  const session = await signIn(options, project, context);
  const graph = graphClient({
    endpoint: project.graphEndpoint,
    env: context.env,
    token: session.token,
    onWait: print,
    ...(context.wait ? { wait: context.wait } : {}),
  });
  if (options.remove) return removeRegistration({ project, options, graph, print, ask });

  print('Reading the registration …');
  const { CLIENT_SECRET: written } = project.environment;
  const stored = written === undefined && project.clientId !== undefined ? project.clientId : undefined;
  const secret = stored === undefined ? written : await getSecret(stored, context.platform);
  const known = await readState({
    project,
    options,
    graph,
    tenantId: session.tenantId,
    now: context.now(),
    secret,
  });
  if (known.credential.kind === 'secret' && !options.files && options.store === 'file')
    throw new UserError(
      'With --no-files a secret cannot be stored. Choose another --credential, or --credential none.',
    );
  const work: ApplyContext = { project, options, graph, known, now: context.now(), print };
  const plan = {
    ...known,
    displayName: project.displayName,
    uniqueName: project.uniqueName,
    principalMissing: known.principalId === undefined,
    files: plannedFiles(
      work,
      known.existing?.appId ?? NEW_CLIENT_ID,
      known.pane && (known.pane.existing?.appId ?? NEW_PANE_CLIENT_ID),
    ),
  };
  print(`\n${planText(plan)}\n`);
  if (options.dryRun) {
    print('Nothing was changed (--dry-run).');
    return undefined;
  }
  if (!nothingToDo(plan) && ask && !options.yes && !(await ask('Apply this plan?'))) {
    print('Nothing was changed.');
    return undefined;
  }
  const done = await applyPlan(work);
  await consent(work, done, context);
  const settings = serverSettings(work, done);
  printResult(work, settings, context);
  return { ...done, settings };
}

function serverSettings(
  work: ApplyContext,
  { application, paneClientId }: AppliedRegistration,
): Configured['settings'] {
  const { authority, origin, scopes } = work.project;
  const tenant = neededTenant(work);
  return {
    CLIENT_ID: application.appId,
    AUTHORITY: `${authority.origin}/${tenant}`,
    ADDIN_ORIGIN: origin,
    SCOPE: scopes.join(' '),
    ...(paneClientId === undefined ? {} : { PANE_CLIENT_ID: paneClientId }),
  };
}

async function installAz({ ssoStep, env, platform, print }: ConfigureContext): Promise<void> {
  if (platform !== 'win32' && platform !== 'darwin')
    throw new UserError(
      '--install-az works on Windows and macOS only. For Linux, see https://aka.ms/InstallAzureCli.',
    );
  print('Installing the Azure CLI. This takes a few minutes …');
  await ssoStep('install-az', env);
}

/** Uses az's sign-in, or starts a new one with the user's consent. */
async function signIn(options: Options, project: Project, context: ConfigureContext) {
  const { env, platform, ask, print, ssoStep } = context;
  // An existing registration is in the tenant that AUTHORITY names, whatever az's default is.
  const own = project.clientId !== undefined && /^[0-9a-f-]{36}$/u.test(project.authority.tenant);
  const tenantId = options.tenantId ?? (own ? project.authority.tenant : undefined);
  const askAz = () => getGraphToken({ env, platform, tenantId, graphEndpoint: project.graphEndpoint });
  let current: GraphToken;
  try {
    current = await askAz();
  } catch (error) {
    if (!(error instanceof SignInRequired) || !ask || !canShowBrowser(context)) throw error;
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

/** Without a browser az prints a code to enter, which office-addin-sso hides. */
function canShowBrowser({ platform, env }: ConfigureContext): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? env['DRY_AZURE_FOLDER']);
}

/** Grants admin consent if the user is an administrator and agrees. Otherwise prints the link for an administrator. */
async function consent(
  work: ApplyContext,
  { application, principalId }: AppliedRegistration,
  context: ConfigureContext,
): Promise<void> {
  const { options, project, known, graph, print } = work;
  const { ask, ssoStep, env } = context;
  const names = known.wanted.permissions.map(({ name }) => name);
  const missing = await missingConsent(graph, principalId, names);
  if (missing?.length === 0) {
    print('\nAn administrator has already consented for the whole tenant.');
    return;
  }
  const asks = options.adminConsent || (ask !== undefined && !options.yes);
  if (asks && (await ssoStep('is-admin', env))) {
    const agreed =
      options.adminConsent || (await ask?.(`Consent for the whole tenant to: ${names.join(', ')}?`));
    if (agreed && (await ssoStep('consent', env, application.appId))) {
      print('\nConsented for the whole tenant.');
      return;
    }
  } else if (options.adminConsent)
    print('\nThis account is not a Global Administrator, so it cannot consent for the whole tenant.');
  const link = adminConsentUrl({
    authorityOrigin: project.authority.origin,
    tenantId: known.tenantId,
    clientId: application.appId,
    scopes: names,
    addinOrigin: project.origin,
  });
  const what = missing === undefined ? names.join(', ') : missing.join(', ');
  print(`\nNo administrator has consented yet to: ${what}.`);
  print(
    'If the tenant allows it, each user is asked for consent. To consent for all users, an administrator opens',
  );
  print(`  ${link}`);
  print('while the add-in is running, because Entra ID redirects to a page of the add-in.');
}

function printResult(
  { options, known, print }: ApplyContext,
  settings: Configured['settings'],
  { env, simulated = false }: ConfigureContext,
): void {
  if (known.identity) {
    print(
      `\nOn the server, set MANAGED_IDENTITY_CLIENT_ID=${known.identity.clientId} and no other credential.`,
    );
  }
  if (!options.files) {
    print('\nSettings for the server:');
    for (const name of ['CLIENT_ID', 'PANE_CLIENT_ID', 'AUTHORITY', 'ADDIN_ORIGIN'] as const)
      if (settings[name] !== undefined) print(`  ${name}=${settings[name]}`);
    return;
  }
  const shadow = env['CLIENT_ID'];
  if (shadow !== undefined && shadow.toLowerCase() !== settings.CLIENT_ID)
    print('\nCLIENT_ID in the environment differs and overrides .ENV. Remove it from the environment.');
  if (!simulated) print('\nNext: npm start');
}
