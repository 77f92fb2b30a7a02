import { z } from 'zod';
import type { Me } from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/tokenValidator.ts';
import type { Call } from '../../call.ts';
import { sanitizeText, type GraphClient } from '../../graph/graphClient.ts';

const PATH = '/v1.0/me?$select=id,displayName,mail,userPrincipalName,jobTitle';
const profile = z.looseObject({
  displayName: z.unknown().optional(),
  mail: z.unknown().optional(),
  userPrincipalName: z.unknown().optional(),
  jobTitle: z.unknown().optional(),
});

/** Returns the signed-in user: the identity from the validated token, the rest from Graph. */
export async function readMe(graph: GraphClient, caller: Caller, call: Call): Promise<Me> {
  const response = await graph.request(caller, { call, path: PATH, maxBytes: 64 * 1024, name: 'profile' });
  return toMe(response.json(), caller);
}

/** @throws ProblemError graph_error if the body is not an object */
export function toMe(body: unknown, { oid, tid }: Pick<Caller, 'oid' | 'tid'>): Me {
  const read = profile.safeParse(body);
  if (!read.success) throw new ProblemError('graph_error', { detail: "Graph's response is not a profile." });
  const mail = sanitizeText(read.data.mail) ?? sanitizeText(read.data.userPrincipalName);
  return {
    id: oid,
    tenantId: tid,
    displayName: sanitizeText(read.data.displayName) ?? mail ?? '',
    mail,
    jobTitle: sanitizeText(read.data.jobTitle),
  };
}
