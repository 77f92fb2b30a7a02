import { z } from 'zod';
import { APPLICATION_SELECT, applicationSchema, type Application } from './application.ts';
import { differencesOf } from './differences.ts';
import type { GraphClient } from './graphClient.ts';
import { differencesOfPane, type PaneState } from './paneRegistration.ts';
import { applicationAt } from './readRegistration.ts';
import { tagOf } from './uniqueName.ts';
import type { WantedRegistration } from './wantedRegistration.ts';

/** Clouds without create-if-missing (Graph documentation, "Upsert application"). */
const WITHOUT_UNIQUE_NAMES = [
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
];

export function knowsUniqueNames(graphEndpoint: string): boolean {
  return !WITHOUT_UNIQUE_NAMES.includes(graphEndpoint);
}

const REPLICATION_MS = 5 * 60_000;

/** Returns whether the registration is so new that some of Graph's replicas may not know it. @param now milliseconds */
export function isJustCreated(application: Application, now: number): boolean {
  const made = Date.parse(application.createdDateTime);
  return Number.isFinite(made) && now - made < REPLICATION_MS;
}

export async function registrationByName(
  graph: GraphClient,
  uniqueName: string,
  uniqueNames: boolean,
): Promise<Application | undefined> {
  if (uniqueNames) return applicationAt(graph, `/applications(uniqueName='${uniqueName}')`);
  const filter = encodeURIComponent(`tags/any(t:t eq '${tagOf(uniqueName)}')`);
  const answer = await graph.send({
    method: 'GET',
    path: `/applications?$filter=${filter}&$select=${APPLICATION_SELECT}`,
    action: 'look for the registration',
  });
  const found = z.object({ value: z.array(applicationSchema) }).parse(answer).value;
  return found[0];
}

export interface NewRegistration {
  readonly displayName: string;
  readonly uniqueName: string;
  /** Without a client id, which is not known yet. */
  readonly wanted: WantedRegistration;
}

/** Returns an empty application, to compare a new one with. */
export function emptyApplication(): Application {
  return applicationSchema.parse({ id: '', appId: '' });
}

/** Creates the registration unless it exists. Concurrent runs create only one. */
export async function createRegistration(
  graph: GraphClient,
  { displayName, uniqueName, wanted }: NewRegistration,
  uniqueNames: boolean,
): Promise<Application> {
  const body = {
    ...differencesOf(emptyApplication(), wanted).patch,
    displayName,
    signInAudience: wanted.signInAudience,
    tags: [tagOf(uniqueName)],
  };
  return createIfMissing(graph, { body, uniqueName, action: 'create the registration' }, uniqueNames);
}

/** Creates the pane's own registration unless it exists. Concurrent runs create only one. */
export async function createPaneRegistration(
  graph: GraphClient,
  { displayName, uniqueName, wanted }: PaneState,
  uniqueNames: boolean,
): Promise<Application> {
  const body = {
    ...differencesOfPane(emptyApplication(), wanted).patch,
    displayName,
    signInAudience: wanted.signInAudience,
    tags: [tagOf(uniqueName)],
  };
  return createIfMissing(graph, { body, uniqueName, action: "create the pane's registration" }, uniqueNames);
}

interface Creation {
  readonly body: Readonly<Record<string, unknown>>;
  readonly uniqueName: string;
  readonly action: string;
}

async function createIfMissing(
  graph: GraphClient,
  { body, uniqueName, action }: Creation,
  uniqueNames: boolean,
): Promise<Application> {
  const path = `/applications(uniqueName='${uniqueName}')`;
  const answer = uniqueNames
    ? await graph.send({ method: 'PATCH', path, body, action, headers: { Prefer: 'create-if-missing' } })
    : // A retry after a lost response would create a second one.
      await graph.send({ method: 'POST', path: '/applications', body, action, nonIdempotent: true });
  if (answer !== undefined) return applicationSchema.parse(answer);
  // Another run was faster: Graph updated its registration and returned an empty body.
  const found = await graph.send({
    method: 'GET',
    path: `${path}?$select=${APPLICATION_SELECT}`,
    action,
    justCreated: true,
  });
  return applicationSchema.parse(found);
}

/** Returns the object id of the service principal. */
export async function findPrincipal(graph: GraphClient, appId: string): Promise<string | undefined> {
  const answer = await graph.send({
    method: 'GET',
    path: `/servicePrincipals(appId='${appId}')?$select=id`,
    action: 'read the service principal',
    allow: [404],
  });
  return z.object({ id: z.string() }).safeParse(answer).data?.id;
}

export async function createPrincipal(
  graph: GraphClient,
  appId: string,
  justCreated: boolean,
): Promise<string> {
  const answer = await graph.send({
    method: 'POST',
    path: '/servicePrincipals',
    body: { appId },
    action: 'create the service principal',
    justCreated,
    // It already exists: the response to an earlier attempt was lost.
    allow: [409],
  });
  const id = z.object({ id: z.string() }).safeParse(answer).data?.id ?? (await findPrincipal(graph, appId));
  return z.string().parse(id);
}
