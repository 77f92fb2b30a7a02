import { z } from 'zod';
import { APPLICATION_SELECT, applicationSchema, type Application } from './application.ts';
import { differencesOf } from './differences.ts';
import type { GraphClient } from './graphClient.ts';
import { applicationAt } from './readRegistration.ts';
import { tagOf } from './uniqueName.ts';
import type { WantedRegistration } from './wantedRegistration.ts';

/** Clouds that create-if-missing is not promised for (Graph documentation, "Upsert application"). */
const WITHOUT_UNIQUE_NAMES = [
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
];

export function knowsUniqueNames(graphEndpoint: string): boolean {
  return !WITHOUT_UNIQUE_NAMES.includes(graphEndpoint);
}

const FRESH_MS = 5 * 60_000;

/** Made a moment ago, so that not all of Graph may know it. @param now milliseconds */
export function isFresh(application: Application, now: number): boolean {
  const made = Date.parse(application.createdDateTime);
  return Number.isFinite(made) && now - made < FRESH_MS;
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
    doing: 'look for the registration',
  });
  const found = z.object({ value: z.array(applicationSchema) }).parse(answer).value;
  return found[0];
}

export interface NewRegistration {
  readonly displayName: string;
  readonly uniqueName: string;
  /** What it shall be; its client id is not known yet. */
  readonly wanted: WantedRegistration;
}

/** An application with nothing in it: what a new one is compared with. */
export function emptyApplication(): Application {
  return applicationSchema.parse({ id: '', appId: '' });
}

/** Makes it, unless it is there: two runs at the same time end with one. */
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
  const doing = 'create the registration';
  const path = `/applications(uniqueName='${uniqueName}')`;
  const answer = uniqueNames
    ? await graph.send({ method: 'PATCH', path, body, doing, headers: { Prefer: 'create-if-missing' } })
    : // Carried out without an answer, it would be made twice.
      await graph.send({ method: 'POST', path: '/applications', body, doing, once: true });
  if (answer !== undefined) return applicationSchema.parse(answer);
  // Somebody else was faster: Graph has updated theirs and says nothing of it.
  const found = await graph.send({
    method: 'GET',
    path: `${path}?$select=${APPLICATION_SELECT}`,
    doing,
    fresh: true,
  });
  return applicationSchema.parse(found);
}

/** The service principal: the registration's stand-in in the tenant. @returns its object id */
export async function findPrincipal(graph: GraphClient, appId: string): Promise<string | undefined> {
  const answer = await graph.send({
    method: 'GET',
    path: `/servicePrincipals(appId='${appId}')?$select=id`,
    doing: 'read the service principal',
    allow: [404],
  });
  return z.object({ id: z.string() }).safeParse(answer).data?.id;
}

export async function createPrincipal(graph: GraphClient, appId: string, fresh: boolean): Promise<string> {
  const answer = await graph.send({
    method: 'POST',
    path: '/servicePrincipals',
    body: { appId },
    doing: 'create the service principal',
    fresh,
    // There already: an earlier try was carried out, and its answer was lost.
    allow: [409],
  });
  const id = z.object({ id: z.string() }).safeParse(answer).data?.id ?? (await findPrincipal(graph, appId));
  return z.string().parse(id);
}
