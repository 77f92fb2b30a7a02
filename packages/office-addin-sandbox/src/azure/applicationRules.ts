import type { ApplicationBody } from './applicationSchema.ts';
import type { DirectoryState, DirectoryObject } from './directory.ts';
import { badRequest, type GraphFault } from './graphFault.ts';

type Application = DirectoryObject & ApplicationBody & { appId: string };

/**
 * Returns the first rule of Graph that the application breaks across its properties, or undefined.
 * @param after the application with the change applied
 */
export function applicationFault(
  after: Application,
  before: Application | undefined,
  directory: DirectoryState,
): GraphFault | undefined {
  return (
    scopesFault(after, before) ??
    preAuthorizedFault(after) ??
    identifierFault(after, directory) ??
    redirectFault(after) ??
    duplicateFault(
      'resourceAppId',
      after.requiredResourceAccess?.map(({ resourceAppId }) => resourceAppId),
    ) ??
    tokenVersionFault(after)
  );
}

const scopesOf = (application: Application | undefined) => application?.api?.oauth2PermissionScopes ?? [];

function scopesFault(after: Application, before: Application | undefined): GraphFault | undefined {
  const scopes = scopesOf(after);
  const lost = scopesOf(before).find(
    ({ id, isEnabled }) => isEnabled && !scopes.some((scope) => scope.id === id),
  );
  if (lost) {
    return badRequest(
      'Permission (scope or role) cannot be deleted or updated unless disabled first.',
      'CannotDeleteOrUpdateEnabledEntitlement',
    );
  }
  return (
    duplicateFault(
      'oauth2PermissionScopes.id',
      scopes.map(({ id }) => id),
    ) ??
    duplicateFault(
      'oauth2PermissionScopes.value',
      scopes.map(({ value }) => value),
    )
  );
}

function preAuthorizedFault(after: Application): GraphFault | undefined {
  const known = new Set(scopesOf(after).map(({ id }) => id));
  const entries = after.api?.preAuthorizedApplications ?? [];
  if (entries.some(({ delegatedPermissionIds }) => delegatedPermissionIds.some((id) => !known.has(id)))) {
    return badRequest(
      'Property PreAuthorizedApplication references a permission that cannot be found.',
      'PermissionDefinitionNotFound',
    );
  }
  return duplicateFault(
    'preAuthorizedApplications.appId',
    entries.map(({ appId }) => appId),
  );
}

function identifierFault(after: Application, directory: DirectoryState): GraphFault | undefined {
  const uris = after.identifierUris ?? [];
  for (const uri of uris) {
    const taken = directory.applications.some(
      (other) => other.id !== after.id && (other['identifierUris'] as string[] | undefined)?.includes(uri),
    );
    if (taken) {
      return badRequest(
        `Another object with the same value for property identifierUris already exists.`,
        'ObjectConflict',
      );
    }
    const host = /^(?:api|https):\/\/(?<host>[^/:]+)(?::\d+)?(?:\/|$)/u.exec(uri)?.groups?.['host'];
    if (host === undefined) return badRequest(`Value ${uri} of identifierUris is not an absolute URI.`);
    if (after.signInAudience === 'AzureADMyOrg' && uri.startsWith('api://')) continue;
    // It has to contain a verified domain, the tenant id or the application id ("Restrictions on identifier URIs").
    const path = uri.split('/').slice(3);
    if (uri.startsWith('api://') && [after.appId, directory.tenant.id].some((id) => path.includes(id)))
      continue;
    const allowed = [after.appId, directory.tenant.id, 'localhost', ...directory.verifiedDomains];
    if (!allowed.some((domain) => host === domain || host.endsWith(`.${domain}`))) {
      return badRequest(
        `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
        'HostNameNotOnVerifiedDomain',
      );
    }
  }
  return duplicateFault('identifierUris', uris);
}

function redirectFault(after: Application): GraphFault | undefined {
  const all = [...(after.spa?.redirectUris ?? []), ...(after.web?.redirectUris ?? [])];
  for (const uri of all) {
    const parsed = URL.canParse(uri) ? new URL(uri) : undefined;
    const valid =
      (parsed?.protocol === 'https:' && parsed.hash === '') ||
      (parsed?.protocol === 'http:' && parsed.hostname === 'localhost') ||
      /^brk-[a-z-]+:\/\/[\w.-]+(?::\d+)?$/u.test(uri);
    if (!valid) return badRequest(`Value ${uri} of redirectUris is not allowed.`);
  }
  return duplicateFault('redirectUris', all);
}

function tokenVersionFault({ signInAudience, api }: Application): GraphFault | undefined {
  if (!signInAudience?.includes('Personal') || api?.requestedAccessTokenVersion === 2) return undefined;
  return badRequest('Property api.requestedAccessTokenVersion is invalid.');
}

function duplicateFault(property: string, values: readonly string[] = []): GraphFault | undefined {
  if (new Set(values).size === values.length) return undefined;
  return badRequest(`Property ${property} contains the same value twice.`, 'DuplicateValue');
}
