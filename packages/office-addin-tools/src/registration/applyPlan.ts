import { createHash, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { applicationSchema, type Application } from './application.ts';
import { authorityTenant } from './authorityTenant.ts';
import { endOfNew, ownLabel } from './credentials.ts';
import { differencesOf } from './differences.ts';
import { withSettings } from './envText.ts';
import { addFederatedCredential } from './federated.ts';
import { fileChanges, type FileChange } from './fileChanges.ts';
import type { GraphClient } from './graphClient.ts';
import { putSecret } from './keyStore.ts';
import { CERTIFICATE_FILE, NEW_CLIENT_ID, NEW_PANE_CLIENT_ID, type RegistrationState } from './readState.ts';
import type { Options } from './options.ts';
import { writeFileAtomically } from './writeFileAtomically.ts';
import { readText } from '../readText.ts';
import type { Project } from './project.ts';
import { differencesOfPane } from './paneRegistration.ts';
import {
  createPaneRegistration,
  createPrincipal,
  createRegistration,
  findPrincipal,
  isJustCreated,
  knowsUniqueNames,
} from './registrations.ts';
import { selfSigned } from './selfSigned.ts';
import { wantedRegistration, type WantedRegistration } from './wantedRegistration.ts';

export interface ApplyContext {
  readonly project: Project;
  readonly options: Options;
  readonly graph: GraphClient;
  readonly known: RegistrationState;
  readonly now: number;
  readonly print: (sentence: string) => void;
}

export interface AppliedRegistration {
  readonly application: Application;
  readonly principalId: string;
  /** Client id of the pane's own registration; undefined with one registration. */
  readonly paneClientId: string | undefined;
}

/** Applies the plan step by step. Every step can be repeated, so a run resumes where an interrupted one stopped. */
export async function applyPlan(work: ApplyContext): Promise<AppliedRegistration> {
  const { known, graph, now, print, options } = work;
  const application = known.existing ?? (await create(work));
  const justCreated = isJustCreated(application, now);
  // First, so that the next run finds the registration by its id.
  if (options.files && !known.existing) writeChanges(work, application, { only: ['.ENV'] });

  const paneClientId = await applyPane(work, application, justCreated);
  const wanted = withClientIds(known.wanted, { clientId: application.appId, paneClientId }, work);
  const { list, patch } = differencesOf(application, wanted);
  if (list.length > 0) {
    print('Changing the registration …');
    const path = `/applications/${application.id}`;
    await graph.send({ method: 'PATCH', path, body: patch, action: 'change the registration', justCreated });
  }
  const principalId = known.principalId ?? (await principal(work, application, justCreated));
  await credential(work, application, justCreated);
  await prune(work, application);
  if (options.files) writeChanges(work, application, { paneClientId });
  return { application, principalId, paneClientId };
}

async function create({ project, graph, known, print }: ApplyContext): Promise<Application> {
  print('Creating the registration …');
  const { displayName, uniqueName, graphEndpoint } = project;
  const wanted = {
    ...wantedRegistration({ clientId: undefined, origin: project.origin, scopes: [], uniqueName }),
    permissions: known.wanted.permissions,
    preAuthorized: known.wanted.preAuthorized.filter(
      (id) => id !== NEW_CLIENT_ID && id !== NEW_PANE_CLIENT_ID,
    ),
    ...(known.pane
      ? { redirectUris: known.wanted.redirectUris, foreignRedirectUris: known.wanted.foreignRedirectUris }
      : {}),
    signInAudience: known.signInAudience,
  };
  return createRegistration(graph, { displayName, uniqueName, wanted }, knowsUniqueNames(graphEndpoint));
}

/** Creates or changes the pane's own registration. Returns its client id; undefined with one registration. */
async function applyPane(
  work: ApplyContext,
  { appId: apiClientId }: Application,
  justCreated: boolean,
): Promise<string | undefined> {
  const { known, graph, print, now, project } = work;
  if (!known.pane) return undefined;
  const pane = { ...known.pane, wanted: { ...known.pane.wanted, apiClientId } };
  if (!pane.existing) print("Creating the pane's registration …");
  const application =
    pane.existing ?? (await createPaneRegistration(graph, pane, knowsUniqueNames(project.graphEndpoint)));
  const { list, patch: body } = differencesOfPane(application, pane.wanted);
  const path = `/applications/${application.id}`;
  if (list.length > 0) {
    print("Changing the pane's registration …");
    const isNew = justCreated || isJustCreated(application, now);
    await graph.send({
      method: 'PATCH',
      path,
      body,
      action: "change the pane's registration",
      justCreated: isNew,
    });
  }
  if ((await findPrincipal(graph, application.appId)) === undefined)
    await createPrincipal(graph, application.appId, isJustCreated(application, now));
  return application.appId;
}

interface ClientIds {
  readonly clientId: string;
  readonly paneClientId: string | undefined;
}

function withClientIds(
  wanted: WantedRegistration,
  { clientId, paneClientId }: ClientIds,
  { project }: ApplyContext,
): WantedRegistration {
  const made: Readonly<Record<string, string>> = {
    [NEW_CLIENT_ID]: clientId,
    ...(paneClientId === undefined ? {} : { [NEW_PANE_CLIENT_ID]: paneClientId }),
  };
  return {
    ...wanted,
    clientId,
    preAuthorized: wanted.preAuthorized.map((id) => made[id] ?? id),
    knownClients: wanted.knownClients.map((id) => made[id] ?? id),
    identifierUri: wantedRegistration({ clientId, origin: project.origin, scopes: [] }).identifierUri,
  };
}

async function principal(
  { graph, print }: ApplyContext,
  { appId }: Application,
  justCreated: boolean,
): Promise<string> {
  print('Creating the service principal …');
  return createPrincipal(graph, appId, justCreated);
}

async function credential(work: ApplyContext, application: Application, justCreated: boolean): Promise<void> {
  const { known, graph, print } = work;
  const { kind, action } = known.credential;
  if (action === 'trust' && known.federated) {
    print('Adding the federated credential …');
    await addFederatedCredential(graph, application, known.federated, justCreated);
  } else if (kind === 'certificate') await certificate(work, application, justCreated);
  else if (kind === 'secret' && action === 'make') await secret(work, application, justCreated);
}

const passwordAnswer = z.object({ secretText: z.string().min(1) });

async function secret(work: ApplyContext, application: Application, justCreated: boolean): Promise<void> {
  const { graph, project, options, now, print } = work;
  print('Creating a secret …');
  const answer = await graph.send({
    method: 'POST',
    path: `/applications/${application.id}/addPassword`,
    body: {
      passwordCredential: {
        displayName: ownLabel(project.folder),
        endDateTime: endOfNew(now).toISOString(),
      },
    },
    action: 'create a secret',
    justCreated,
    nonIdempotent: true,
  });
  const { secretText } = passwordAnswer.parse(answer);
  if (options.store === 'system') {
    await putSecret(application.appId, secretText);
    setLocal(project.folder, { CLIENT_SECRET: null, CLIENT_CERTIFICATE_PATH: null });
    print("The secret is in the system's key store.");
  } else {
    setLocal(project.folder, { CLIENT_SECRET: secretText, CLIENT_CERTIFICATE_PATH: null });
    print('The secret is in .ENV.local, which Git ignores.');
  }
}

async function certificate(
  work: ApplyContext,
  application: Application,
  justCreated: boolean,
): Promise<void> {
  const { graph, project, known, now, print, options } = work;
  const path = join(project.folder, CERTIFICATE_FILE);
  if (known.credential.action === 'make') {
    print('Creating a certificate …');
    const made = await selfSigned(project.uniqueName, new Date(now), endOfNew(now));
    // Before the upload: a certificate without its key would be useless.
    writeFileAtomically(path, `${made.certificate}${made.privateKey}`, 0o600);
  }
  if (known.credential.action !== 'none') {
    const read = new X509Certificate(readText(path) ?? '');
    await graph.send({
      method: 'PATCH',
      path: `/applications/${application.id}`,
      body: {
        keyCredentials: [...application.keyCredentials, keyCredential(read, ownLabel(project.folder))],
      },
      action: 'upload the certificate',
      justCreated,
    });
    print(`The certificate and its key are in ${CERTIFICATE_FILE}, which Git ignores.`);
  }
  if (options.files)
    setLocal(project.folder, { CLIENT_CERTIFICATE_PATH: CERTIFICATE_FILE, CLIENT_SECRET: null });
}

function keyCredential(certificate: X509Certificate, displayName: string) {
  return {
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    key: certificate.raw.toString('base64'),
    displayName,
    customKeyIdentifier: createHash('sha1').update(certificate.raw).digest('base64'),
    startDateTime: new Date(certificate.validFrom).toISOString(),
    endDateTime: new Date(certificate.validTo).toISOString(),
  };
}

/** Changes .ENV.local if necessary. Only the owner can read the file. */
function setLocal(folder: string, changes: Readonly<Record<string, string | null>>): void {
  const path = join(folder, '.ENV.local');
  const text = readText(path);
  const changed = withSettings(text ?? '', changes);
  if (changed !== (text ?? '')) writeFileAtomically(path, changed, 0o600);
}

async function prune({ graph, known, print }: ApplyContext, { id }: Application): Promise<void> {
  const { secrets, certificates } = known.credential.prune;
  for (const keyId of secrets) {
    print(`Removing the secret ${keyId} …`);
    await graph.send({
      method: 'POST',
      path: `/applications/${id}/removePassword`,
      body: { keyId },
      action: 'remove a secret',
      // Already removed by an earlier attempt.
      allow: [400, 404],
    });
  }
  if (certificates.length === 0) return;
  print('Removing replaced certificates …');
  const path = `/applications/${id}`;
  const now = await graph.send({
    method: 'GET',
    path: `${path}?$select=id,appId,keyCredentials`,
    action: 'read the certificates',
  });
  const { keyCredentials } = applicationSchema.parse(now);
  const body = { keyCredentials: keyCredentials.filter(({ keyId }) => !certificates.includes(keyId)) };
  await graph.send({ method: 'PATCH', path, body, action: 'remove replaced certificates' });
}

interface WriteOptions {
  /** Write only these files. */
  readonly only?: readonly string[];
  readonly paneClientId?: string | undefined;
}

function writeChanges(
  work: ApplyContext,
  application: Application,
  { only, paneClientId }: WriteOptions,
): void {
  for (const { file, text, what } of plannedFiles(work, application.appId, paneClientId)) {
    if (only && !only.includes(file)) continue;
    writeFileAtomically(join(work.project.folder, file), text, file === '.ENV.local' ? 0o600 : undefined);
    work.print(`Wrote ${file} (${what})`);
  }
}

/** Returns the last segment of AUTHORITY: `common`, `organizations`, `consumers` or the tenant's id. */
export function neededTenant({
  project,
  options,
  known,
}: Pick<ApplyContext, 'project' | 'options' | 'known'>): string {
  // An explicit --audience replaces a narrower AUTHORITY.
  const configured = options.audience === undefined ? project.authority.tenant : 'common';
  return authorityTenant(known.signInAudience, configured, known.tenantId);
}

/**
 * Returns the changes to the project's files.
 * @param clientId or NEW_CLIENT_ID
 * @param paneClientId or NEW_PANE_CLIENT_ID; undefined: not known yet, or there is only one registration
 */
export function plannedFiles(
  { project, options, known }: Pick<ApplyContext, 'project' | 'options' | 'known'>,
  clientId: string,
  paneClientId?: string,
): FileChange[] {
  if (!options.files) return [];
  // Read again: an earlier step may have written a file.
  const read = (file: string) => readText(join(project.folder, file));
  const { authority } = project;
  const tenant = neededTenant({ project, options, known });
  return fileChanges(
    { env: read('.ENV'), local: read('.ENV.local'), manifests: known.texts.manifests },
    {
      CLIENT_ID: clientId,
      ...(paneClientId === undefined ? {} : { PANE_CLIENT_ID: paneClientId }),
      ...(known.pane === undefined && project.paneClientId !== undefined ? { PANE_CLIENT_ID: null } : {}),
      ...(tenant === authority.tenant ? {} : { AUTHORITY: `${authority.origin}/${tenant}` }),
      ...(options.origin === undefined ? {} : { ADDIN_ORIGIN: options.origin }),
    },
    { origin: project.origin, clientId, scopes: project.scopes },
  );
}
