import { z } from 'zod';
import type { GraphClient } from './graphClient.ts';
import { GRAPH_APP_ID } from './wellKnown.ts';

const grants = z.object({
  value: z.array(z.object({ resourceId: z.string(), scope: z.string().nullish() })),
});

/** Returns the permissions without admin consent; undefined if the account may not read them. */
export async function missingConsent(
  graph: GraphClient,
  principalId: string,
  names: readonly string[],
): Promise<string[] | undefined> {
  const filter = `clientId eq '${principalId}' and consentType eq 'AllPrincipals'`;
  const answer = await graph.send({
    method: 'GET',
    path: `/oauth2PermissionGrants?$filter=${encodeURIComponent(filter)}`,
    action: 'read the consents',
    allow: [403],
  });
  const found = grants.safeParse(answer).data?.value;
  const resource = await graph.send({
    method: 'GET',
    path: `/servicePrincipals(appId='${GRAPH_APP_ID}')?$select=id`,
    action: "read Graph's permissions",
    allow: [403, 404],
  });
  const graphId = z.object({ id: z.string() }).safeParse(resource).data?.id;
  if (!found || graphId === undefined) return undefined;
  const granted = found
    .filter(({ resourceId }) => resourceId === graphId)
    .flatMap(({ scope }) => (scope ?? '').split(' '));
  return names.filter((name) => !granted.includes(name));
}
