import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../userError.ts';
import { readText } from '../readText.ts';
import type { Application } from './application.ts';
import { implicitGrant } from './compareRegistration.ts';
import { credentialPlan, type CredentialPlan } from './credentialPlan.ts';
import { ownLabel } from './credentials.ts';
import { differencesOf, type Differences } from './differences.ts';
import {
  hasFederatedCredential,
  readIdentity,
  wantedFederated,
  type FederatedCredential,
} from './federated.ts';
import type { ManagedIdentity } from './federated.ts';
import type { GraphClient } from './graphClient.ts';
import type { CredentialKind, Options } from './options.ts';
import type { Project } from './project.ts';
import { readTexts, type ProjectTexts } from './projectTexts.ts';
import { differencesOfPane, PANE_SUFFIX, wantedPane, type PaneState } from './paneRegistration.ts';
import { applicationByClientId, graphPermissionIds } from './readRegistration.ts';
import { emptyApplication, findPrincipal, knowsUniqueNames, registrationByName } from './registrations.ts';
import { API_SCOPE } from './wellKnown.ts';
import { wantedRegistration, type Audience, type WantedRegistration } from './wantedRegistration.ts';

/** Placeholder for the client id in a plan. */
export const NEW_CLIENT_ID = '<client id>';

/** File for a certificate created by this command. Git ignores *.pem. */
export const CERTIFICATE_FILE = 'client-certificate.pem';

/** Placeholder for the client id of the pane's registration. */
export const NEW_PANE_CLIENT_ID = '<client id of the pane>';

/** The state before any change, and the planned changes. */
export interface RegistrationState {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly existing: Application | undefined;
  readonly principalId: string | undefined;
  readonly wanted: WantedRegistration;
  readonly signInAudience: string;
  readonly differences: Differences;
  readonly credential: CredentialPlan;
  readonly federated: FederatedCredential | undefined;
  readonly identity: ManagedIdentity | undefined;
  /** Undefined with one registration. */
  readonly pane: PaneState | undefined;
  readonly texts: ProjectTexts;
  readonly warnings: readonly string[];
}

export interface ReadStateContext {
  readonly project: Project;
  readonly options: Options;
  readonly graph: GraphClient;
  readonly tenantId: string;
  readonly now: number;
  /** CLIENT_SECRET from the settings or the key store. */
  readonly secret: string | undefined;
}

/** Reads everything that the plan needs. Changes nothing. @throws UserError */
export async function readState(context: ReadStateContext): Promise<RegistrationState> {
  const { project, options, graph, tenantId } = context;
  const kind = credentialKind(options, project);
  const tenant = await readTenant(graph);
  const existing = await findExisting(context);
  const principalId = existing && (await findPrincipal(graph, existing.appId));
  const signInAudience = audienceOf(context, existing);
  const two = (options.registrations ?? (project.paneClientId === undefined ? 'one' : 'two')) === 'two';
  const existingPane = two ? await findPane(context, existing?.uniqueName ?? project.uniqueName) : undefined;
  const wanted = wantedRegistration({
    clientId: existing?.appId ?? NEW_CLIENT_ID,
    paneClientId: two ? (existingPane?.appId ?? NEW_PANE_CLIENT_ID) : undefined,
    origin: project.origin,
    scopes: project.scopes,
    audience: options.audience,
    teams: options.teams,
    permissionIds: await graphPermissionIds(graph),
    uniqueName: existing?.uniqueName ?? project.uniqueName,
  });
  const identity = options.identity === undefined ? undefined : await readIdentity(graph, options.identity);
  const federated = identity && wantedFederated(identity, tenantId, project.authority.origin);
  const application = existing ?? emptyApplication();
  return {
    tenantId,
    tenantName: tenant.displayName,
    existing,
    principalId,
    wanted,
    signInAudience,
    differences: differencesOf(application, wanted),
    credential: credentialPlan({
      kind,
      application,
      label: ownLabel(project.folder),
      now: context.now,
      prune: options.prune,
      secret: context.secret,
      certificate: readCertificate(project.folder),
      federated: federated && {
        wanted: federated,
        trusted: existing !== undefined && (await hasFederatedCredential(graph, existing, federated)),
      },
    }),
    federated,
    identity,
    pane: two
      ? paneState({ context, application, existing: existingPane, signInAudience, wanted })
      : undefined,
    texts: readTexts(project.folder),
    warnings: warningsOf({ context, tenant, signInAudience, wanted, application }),
  };
}

/** Returns the kind of credential: that of the option, else the current one. */
function credentialKind({ credential }: Options, { origin, environment }: Project): CredentialKind {
  if (credential !== undefined) return credential;
  const certificate = environment['CLIENT_CERTIFICATE_PATH'];
  if (certificate === CERTIFICATE_FILE) return 'certificate';
  if (certificate !== undefined || environment['MANAGED_IDENTITY_CLIENT_ID'] !== undefined) return 'none';
  if (new URL(origin).hostname === 'localhost') return 'secret';
  throw new UserError(
    `${origin} is not localhost, so choose the server's credential. On Azure, without any secret: ` +
      '`--credential managed-identity --identity <principal id>`. Elsewhere: `--credential certificate`. To decide later: ' +
      '`--credential none`.',
  );
}

async function findExisting({
  project,
  graph,
  tenantId,
}: ReadStateContext): Promise<Application | undefined> {
  const { clientId, uniqueName, graphEndpoint } = project;
  if (clientId === undefined) return registrationByName(graph, uniqueName, knowsUniqueNames(graphEndpoint));
  const found = await applicationByClientId(graph, clientId);
  if (found) return found;
  throw new UserError(
    `CLIENT_ID is ${clientId}, but az's tenant (${tenantId}) has no such registration. Sign in to the right tenant ` +
      '(`az login --allow-no-subscriptions --tenant <id>`), or set CLIENT_ID={CLIENT_ID} in .ENV to create a new ' +
      'registration in this tenant.',
  );
}

/** @param uniqueName of the server's registration */
async function findPane(
  { project, graph }: ReadStateContext,
  uniqueName: string,
): Promise<Application | undefined> {
  const { paneClientId, graphEndpoint } = project;
  const byId = paneClientId === undefined ? undefined : await applicationByClientId(graph, paneClientId);
  return byId ?? (await registrationByName(graph, uniqueName + PANE_SUFFIX, knowsUniqueNames(graphEndpoint)));
}

interface PaneFacts {
  readonly context: ReadStateContext;
  readonly application: Application;
  readonly existing: Application | undefined;
  readonly signInAudience: string;
  readonly wanted: WantedRegistration;
}

function paneState({ context, application, existing, signInAudience, wanted }: PaneFacts): PaneState {
  const { project } = context;
  const scope = application.api.oauth2PermissionScopes.find(({ value }) => value === API_SCOPE);
  const pane = wantedPane(project.origin, {
    signInAudience,
    apiClientId: wanted.clientId ?? NEW_CLIENT_ID,
    scopeId: scope?.id ?? wanted.scopeId,
  });
  return {
    existing,
    uniqueName: `${application.uniqueName ?? project.uniqueName}${PANE_SUFFIX}`,
    displayName: `${project.displayName} (pane)`,
    wanted: pane,
    differences: differencesOfPane(existing ?? emptyApplication(), pane),
  };
}

/** Returns the audience: that of the option, else of the existing registration, else by AUTHORITY. */
function audienceOf({ options, project }: ReadStateContext, existing: Application | undefined): string {
  const named = (audience: Audience) => wantedRegistration({ ...EMPTY, audience }).signInAudience ?? '';
  if (options.audience !== undefined) return named(options.audience);
  if (existing) return existing.signInAudience;
  return named(/^[0-9a-f-]{36}$/u.test(project.authority.tenant) ? 'single' : 'multiple');
}

const EMPTY = { clientId: undefined, origin: 'https://localhost', scopes: [] };

const organization = z.object({
  value: z
    .array(
      z.object({
        displayName: z.string().nullish(),
        verifiedDomains: z.array(z.object({ name: z.string() })).nullish(),
      }),
    )
    .min(1),
});

interface Tenant {
  readonly displayName: string;
  /** Undefined if the account may not read them. */
  readonly domains: readonly string[] | undefined;
}

async function readTenant(graph: GraphClient): Promise<Tenant> {
  const answer = await graph.send({
    method: 'GET',
    path: '/organization?$select=id,displayName,verifiedDomains',
    action: 'read the name of the tenant',
    allow: [403],
  });
  const [first] = organization.safeParse(answer).data?.value ?? [];
  return {
    displayName: first?.displayName ?? 'the tenant',
    domains: first?.verifiedDomains?.map(({ name }) => name.toLowerCase()),
  };
}

interface WarningFacts {
  readonly context: ReadStateContext;
  readonly tenant: Tenant;
  readonly signInAudience: string;
  readonly wanted: WantedRegistration;
  readonly application: Application;
}

function warningsOf({ context, tenant, signInAudience, wanted, application }: WarningFacts): string[] {
  const { hostname } = new URL(context.project.origin);
  const isOwn = (domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
  const foreign = hostname !== 'localhost' && tenant.domains !== undefined && !tenant.domains.some(isOwn);
  const { project } = context;
  return [
    ...(application.id !== '' && project.clientId === undefined && context.options.name === undefined
      ? [
          `The registration was found by its name, ${project.uniqueName}. If it belongs to another project, create a ` +
            'separate one with --name "My add-in".',
        ]
      : []),
    ...(foreign && signInAudience !== 'AzureADMyOrg'
      ? [
          `${hostname} is not a verified domain of this tenant. Entra ID accepts the Application ID URI because it ` +
            'contains the client id, unless a policy of the tenant forbids it. In production, use a domain you own.',
        ]
      : []),
    ...wanted.unknownScopes.map(
      (scope) => `Graph has no delegated permission ${scope}. Correct SCOPE in .ENV.`,
    ),
    ...(project.paneClientId !== undefined && context.options.registrations === 'one'
      ? [
          `The pane no longer uses its own registration (client id ${project.paneClientId}). Delete it in the Entra admin ` +
            'center.',
        ]
      : []),
    ...implicitGrant(application).map(({ problem, where }) => `${problem} It stays unchanged (${where}).`),
  ];
}

function readCertificate(folder: string): { thumbprint: string; endDateTime: string } | undefined {
  const text = readText(join(folder, CERTIFICATE_FILE));
  if (text === undefined) return undefined;
  try {
    const certificate = new X509Certificate(text);
    return {
      thumbprint: certificate.fingerprint.replaceAll(':', ''),
      endDateTime: new Date(certificate.validTo).toISOString(),
    };
  } catch (cause) {
    throw new UserError(
      `${CERTIFICATE_FILE} is not a certificate in PEM format. Move it away, and run the command again to create one.`,
      {
        cause,
      },
    );
  }
}
