import { z } from 'zod';
import type { Application } from './application.ts';
import { UserError } from '../userError.ts';
import type { GraphClient } from './graphClient.ts';
import { federationAudience } from './wellKnown.ts';

export interface ManagedIdentity {
  /** Object id; the subject of its tokens. */
  readonly principalId: string;
  /** MANAGED_IDENTITY_CLIENT_ID. */
  readonly clientId: string;
}

/** @throws UserError if the tenant has no such managed identity */
export async function readIdentity(graph: GraphClient, principalId: string): Promise<ManagedIdentity> {
  const answer = await graph.send({
    method: 'GET',
    path: `/servicePrincipals/${principalId}?$select=id,appId,servicePrincipalType`,
    action: 'read the managed identity',
    allow: [404],
  });
  const shape = z.object({ appId: z.string(), servicePrincipalType: z.literal('ManagedIdentity') });
  const found = shape.safeParse(answer).data;
  if (!found) {
    throw new UserError(
      `This tenant has no managed identity with the principal id ${principalId}. Use the "Object (principal) ID" on the ` +
        "identity's page in the Azure portal, not its client id. The identity must be in the registration's tenant.",
    );
  }
  return { principalId, clientId: found.appId };
}

export interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
}

/** @param authorityOrigin such as https://login.microsoftonline.com */
export function wantedFederated(
  { principalId }: ManagedIdentity,
  tenantId: string,
  authorityOrigin: string,
): FederatedCredential {
  return {
    name: `managed-identity-${principalId.slice(0, 8)}`,
    issuer: `${authorityOrigin}/${tenantId}/v2.0`,
    subject: principalId,
    audiences: [federationAudience(authorityOrigin)],
  };
}

export async function hasFederatedCredential(
  graph: GraphClient,
  { id }: Application,
  { issuer, subject, audiences }: FederatedCredential,
): Promise<boolean> {
  const answer = await graph.send({
    method: 'GET',
    path: `/applications/${id}/federatedIdentityCredentials`,
    action: 'read the federated credentials',
    // A registration that was just created has none.
    allow: [404],
  });
  const entry = z.object({ issuer: z.string(), subject: z.string(), audiences: z.array(z.string()) });
  const found = z.object({ value: z.array(entry) }).safeParse(answer).data?.value ?? [];
  return found.some(
    (one) => one.issuer === issuer && one.subject === subject && one.audiences.join() === audiences.join(),
  );
}

export async function addFederatedCredential(
  graph: GraphClient,
  { id }: Application,
  { name, ...credential }: FederatedCredential,
  justCreated: boolean,
): Promise<void> {
  await graph.send({
    method: 'PATCH',
    path: `/applications/${id}/federatedIdentityCredentials(name='${name}')`,
    headers: { Prefer: 'create-if-missing' },
    body: credential,
    action: 'add the federated credential',
    justCreated,
  });
}
