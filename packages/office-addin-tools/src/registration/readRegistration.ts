import { z } from 'zod';
import type { Environment } from '../env/environment.ts';
import { APPLICATION_SELECT, applicationSchema, type Application } from './application.ts';
import { getGraphToken } from './graphToken.ts';
import { graphClient, type GraphClient } from './graphClient.ts';
import { GRAPH_APP_ID } from './wellKnown.ts';

export interface ReadOptions {
  readonly clientId: string;
  /** Environment of az: process.env. */
  readonly env: Environment;
  /** GRAPH_ENDPOINT. */
  readonly graphEndpoint: string;
  readonly tenantId?: string | undefined;
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface ReadRegistration {
  /** Undefined if the tenant has no registration with this client id. */
  readonly registration: Application | undefined;
  readonly tenantId: string;
  /** For `wantedRegistration`. */
  readonly permissionIds: Readonly<Record<string, string>>;
}

/**
 * Reads a registration with az's sign-in. Opens no window and changes nothing.
 * @throws UserError with the fix if az is missing, too old or not signed in, or permission or network are missing
 */
export async function readRegistration(options: ReadOptions): Promise<ReadRegistration> {
  const { clientId, env, graphEndpoint, tenantId, wait } = options;
  const signedIn = await getGraphToken({ env, graphEndpoint, tenantId });
  const graph = graphClient({
    endpoint: graphEndpoint,
    env,
    token: () => Promise.resolve(signedIn.accessToken),
    ...(wait ? { wait } : {}),
  });
  return {
    registration: await applicationByClientId(graph, clientId),
    permissionIds: await graphPermissionIds(graph),
    tenantId: signedIn.tenantId,
  };
}

export async function applicationByClientId(
  graph: GraphClient,
  clientId: string,
): Promise<Application | undefined> {
  return applicationAt(graph, `/applications(appId='${clientId}')`);
}

/** @param path of one application below /v1.0 */
export async function applicationAt(graph: GraphClient, path: string): Promise<Application | undefined> {
  const answer = await graph.send({
    method: 'GET',
    path: `${path}?$select=${APPLICATION_SELECT}`,
    action: 'read the registration',
    allow: [404],
  });
  return answer === undefined ? undefined : applicationSchema.parse(answer);
}

const permissions = z.object({
  oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.string() })),
});

/** Returns the ids of Graph's delegated permissions in this cloud, by name. */
export async function graphPermissionIds(graph: GraphClient): Promise<Record<string, string>> {
  const answer = await graph.send({
    method: 'GET',
    path: `/servicePrincipals(appId='${GRAPH_APP_ID}')?$select=oauth2PermissionScopes`,
    action: "read Graph's permissions",
    // A tenant may hide them from users. KNOWN_PERMISSIONS is the fallback.
    allow: [403, 404],
  });
  const found = permissions.safeParse(answer).data?.oauth2PermissionScopes ?? [];
  return Object.fromEntries(found.map(({ id, value }) => [value, id]));
}
