import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { applicationFault } from './applicationRules.ts';
import { applicationBody, type ApplicationBody } from './applicationSchema.ts';
import type { Directory, DirectoryObject } from './directory.ts';
import { badRequest, type GraphFault } from './graphFault.ts';

export type Answer = { readonly status: number; readonly body?: unknown } | GraphFault;
type Application = DirectoryObject &
  ApplicationBody & { appId: string; passwordCredentials: PasswordCredential[] };

interface PasswordCredential {
  keyId: string;
  displayName: string | null;
  startDateTime: string;
  endDateTime: string;
  hint: string;
}

const YEAR_MS = 365 * 86_400_000;

/**
 * Handles POST, and PATCH with `Prefer: create-if-missing`.
 * @param uniqueName the alternate key in the address of a PATCH; null for a POST
 */
export function createApplication(directory: Directory, body: unknown, uniqueName: string | null): Answer {
  const parsed = parseBody(body);
  if ('status' in parsed) return parsed;
  if (parsed.displayName === undefined)
    return badRequest("A value is required for property 'displayName' of resource 'Application'.");
  const application: Application = {
    // Graph's defaults.
    signInAudience: 'AzureADMyOrg',
    identifierUris: [],
    tags: [],
    api: emptyApi(),
    spa: { redirectUris: [] },
    web: {
      redirectUris: [],
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
    },
    requiredResourceAccess: [],
    keyCredentials: [],
    ...withDefaults(parsed),
    id: randomUUID(),
    appId: randomUUID(),
    uniqueName,
    createdDateTime: new Date().toISOString(),
    passwordCredentials: [],
    federatedIdentityCredentials: [],
  };
  const fault = applicationFault(application, undefined, directory.state);
  if (fault) return fault;
  directory.state.applications.push(application);
  directory.save();
  return { status: 201, body: application };
}

export function updateApplication(directory: Directory, found: DirectoryObject, body: unknown): Answer {
  const parsed = parseBody(body);
  if ('status' in parsed) return parsed;
  // Replaces complex properties as a whole: the strictest reading of Graph's PATCH, so callers can't rely on a merge.
  const after = { ...found, ...withDefaults(parsed) } as Application;
  const fault = applicationFault(after, found as Application, directory.state);
  if (fault) return fault;
  Object.assign(found, after);
  directory.save();
  return { status: 204 };
}

const emptyApi = () => ({
  acceptMappedClaims: null,
  knownClientApplications: [],
  requestedAccessTokenVersion: null,
  oauth2PermissionScopes: [],
  preAuthorizedApplications: [],
});

function withDefaults(body: ApplicationBody): ApplicationBody {
  return {
    ...body,
    ...(body.api && { api: { ...emptyApi(), ...body.api } }),
    ...(body.keyCredentials && {
      keyCredentials: body.keyCredentials.map((one) => ({ keyId: randomUUID(), ...one, key: null })),
    }),
  };
}

function parseBody(body: unknown): ApplicationBody | GraphFault {
  const parsed = applicationBody.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') return badRequest(`Invalid property '${issue.keys[0] ?? where}'.`);
  return badRequest(`Invalid value specified for property '${where}' of resource 'Application'.`);
}

const passwordBody = z.strictObject({
  passwordCredential: z.strictObject({
    displayName: z.string().nullish(),
    endDateTime: z.iso.datetime({ offset: true }).optional(),
    startDateTime: z.iso.datetime({ offset: true }).optional(),
  }),
});

export function addPassword(directory: Directory, found: DirectoryObject, body: unknown): Answer {
  const parsed = passwordBody.safeParse(body);
  if (!parsed.success) return badRequest('Invalid value specified for passwordCredential.');
  const { displayName = null, endDateTime } = parsed.data.passwordCredential;
  const ends = endDateTime === undefined ? Date.now() + 2 * YEAR_MS : Date.parse(endDateTime);
  if (ends > Date.now() + 2 * YEAR_MS) return badRequest('The lifetime of the secret is too long.');
  // Has the format of Entra ID's secrets.
  const secretText = `${randomBytes(3).toString('hex').slice(0, 3)}8Q~${randomBytes(27).toString('base64url')}`;
  const credential: PasswordCredential = {
    keyId: randomUUID(),
    displayName,
    startDateTime: new Date().toISOString(),
    endDateTime: new Date(ends).toISOString(),
    hint: secretText.slice(0, 3),
  };
  (found as Application).passwordCredentials.push(credential);
  directory.save();
  return { status: 200, body: { ...credential, secretText } };
}

export function removePassword(directory: Directory, found: DirectoryObject, body: unknown): Answer {
  const keyId = z.strictObject({ keyId: z.string() }).safeParse(body).data?.keyId;
  const credentials = (found as Application).passwordCredentials;
  const index = credentials.findIndex((credential) => credential.keyId === keyId);
  if (index === -1) return badRequest('No password credential found with keyId.', 'KeyNotFound');
  credentials.splice(index, 1);
  directory.save();
  return { status: 204 };
}

const federatedCredentialBody = z.strictObject({
  name: z.string().min(1).max(120).optional(),
  issuer: z.url(),
  subject: z.string().min(1).max(600),
  audiences: z.array(z.string()).length(1),
  description: z.string().nullish(),
});

/** Handles PATCH .../federatedIdentityCredentials(name='...') with `Prefer: create-if-missing`. */
export function upsertFederatedCredential(
  directory: Directory,
  found: DirectoryObject,
  name: string,
  body: unknown,
): Answer {
  const parsed = federatedCredentialBody.safeParse(body);
  if (!parsed.success) return badRequest('Invalid value specified for federatedIdentityCredential.');
  const list = found['federatedIdentityCredentials'] as DirectoryObject[];
  const existing = list.find((one) => one['name'] === name);
  const duplicate = list.find(
    (one) =>
      one !== existing && one['subject'] === parsed.data.subject && one['issuer'] === parsed.data.issuer,
  );
  if (duplicate)
    return { status: 409, code: 'Request_MultipleObjectsWithSameKeyValue', message: 'It already exists.' };
  if (list.length >= 20 && !existing)
    return badRequest('The number of federated identity credentials is too large.', 'DirectoryQuotaExceeded');
  const entry = { id: existing?.id ?? randomUUID(), ...parsed.data, name };
  if (existing) Object.assign(existing, entry);
  else list.push(entry);
  directory.save();
  return existing ? { status: 204 } : { status: 201, body: entry };
}
