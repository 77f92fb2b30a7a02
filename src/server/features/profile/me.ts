import { z } from 'zod';
import type { Me } from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Caller } from '../../auth/caller.ts';
import type { Call } from '../../call.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { plainText } from '../../graph/plainText.ts';

const PATH = '/v1.0/me?$select=id,displayName,mail,userPrincipalName,jobTitle';
const profile = z.looseObject({
  displayName: z.unknown().optional(),
  mail: z.unknown().optional(),
  userPrincipalName: z.unknown().optional(),
  jobTitle: z.unknown().optional(),
});

/** The identity comes from the validated token; Graph gives what is shown of the user. */
export async function readMe(graph: GraphClient, caller: Caller, call: Call): Promise<Me> {
  const body = await graph.getJson(caller, call, { about: 'profile', path: PATH, maxBytes: 64 * 1024 });
  return toMe(body, caller);
}

/** @throws ProblemError graph_error when it is no object */
export function toMe(body: unknown, { oid, tid }: Pick<Caller, 'oid' | 'tid'>): Me {
  const read = profile.safeParse(body);
  if (!read.success) throw new ProblemError('graph_error', { detail: 'No profile.' });
  const mail = plainText(read.data.mail) ?? plainText(read.data.userPrincipalName);
  return {
    id: oid,
    tenantId: tid,
    displayName: plainText(read.data.displayName) ?? mail ?? '',
    mail,
    jobTitle: plainText(read.data.jobTitle),
  };
}
