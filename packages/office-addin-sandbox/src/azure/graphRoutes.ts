import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  addPassword,
  createApplication,
  upsertFederatedCredential,
  removePassword,
  updateApplication,
  type Answer,
} from './applications.ts';
import { GRAPH_APP_ID, type Directory, type DirectoryObject } from './directory.ts';
import { badRequest, notFound } from './graphFault.ts';

export interface DryRequest {
  readonly method: string;
  /** Decoded, such as /v1.0/applications. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly createIfMissing: boolean;
  readonly body: unknown;
}

type Handler = (request: DryRequest, directory: Directory, parts: Readonly<Record<string, string>>) => Answer;

/** Matches one object by id, client id or unique name. Quotes in names are doubled (OData). */
const ONE = String.raw`(?:/(?<id>[0-9a-f-]{36})|\(appId='(?<appId>[0-9a-f-]{36})'\)|\(uniqueName='(?<uniqueName>(?:[^']|'')+)'\))`;

const withApplication =
  (
    work: (directory: Directory, found: DirectoryObject, request: DryRequest, name: string) => Answer,
  ): Handler =>
  (request, directory, parts) => {
    const found = find(directory.state.applications, parts);
    return found ? work(directory, found, request, parts['name'] ?? '') : notFound(request.path);
  };

const routes: readonly (readonly [method: string, path: string, handler: Handler])[] = [
  ['GET', '/applications', ({ query }, { state }) => listed(state.applications, query)],
  ['POST', '/applications', ({ body }, directory) => createApplication(directory, body, null)],
  ['GET', `/applications${ONE}`, withApplication((_directory, found, { query }) => one(found, query))],
  ['PATCH', `/applications${ONE}`, upsertApplication],
  [
    'DELETE',
    `/applications${ONE}`,
    withApplication((directory, found) => {
      const { applications, servicePrincipals } = directory.state;
      applications.splice(applications.indexOf(found), 1);
      const index = servicePrincipals.findIndex(({ appId }) => appId === found['appId']);
      if (index !== -1) servicePrincipals.splice(index, 1);
      directory.save();
      return { status: 204 };
    }),
  ],
  [
    'POST',
    `/applications${ONE}/addPassword`,
    withApplication((directory, found, { body }) => addPassword(directory, found, body)),
  ],
  [
    'POST',
    `/applications${ONE}/removePassword`,
    withApplication((directory, found, { body }) => removePassword(directory, found, body)),
  ],
  [
    'GET',
    `/applications${ONE}/federatedIdentityCredentials`,
    withApplication((_directory, found, { query }) =>
      listed(found['federatedIdentityCredentials'] as DirectoryObject[], query),
    ),
  ],
  [
    'PATCH',
    String.raw`/applications${ONE}/federatedIdentityCredentials\(name='(?<name>[^']+)'\)`,
    withApplication((directory, found, { body }, name) =>
      upsertFederatedCredential(directory, found, name, body),
    ),
  ],
  ['GET', '/servicePrincipals', ({ query }, { state }) => listed(state.servicePrincipals, query)],
  [
    'GET',
    `/servicePrincipals${ONE}`,
    (request, { state }, parts) => {
      const found = find(state.servicePrincipals, parts);
      return found ? one(found, request.query) : notFound(request.path);
    },
  ],
  ['POST', '/servicePrincipals', createServicePrincipal],
  ['GET', '/oauth2PermissionGrants', ({ query }, { state }) => listed(state.oauth2PermissionGrants, query)],
  ['GET', '/organization', ({ query }, { state }) => listed([organization(state)], query)],
  ['GET', '/directoryRoles', () => ({ status: 200, body: { value: [ROLE] } })],
];

const ROLE = { id: '0e0e0e0e-0000-4000-8000-000000000001', displayName: 'Global Administrator' };

/** Returns the response, or undefined if there is no such route. */
export function routeRequest(request: DryRequest, directory: Directory): Answer | undefined {
  for (const [method, path, handler] of routes) {
    if (method !== request.method) continue;
    const found = new RegExp(`^/v1\\.0${path}$`, 'u').exec(request.path);
    if (found) return handler(request, directory, { ...found.groups });
  }
  return undefined;
}

function upsertApplication(
  request: DryRequest,
  directory: Directory,
  parts: Readonly<Record<string, string>>,
) {
  const found = find(directory.state.applications, parts);
  if (found) return updateApplication(directory, found, request.body);
  const { uniqueName } = parts;
  if (uniqueName === undefined || !request.createIfMissing) return notFound(request.path);
  return createApplication(directory, request.body, uniqueName.replaceAll("''", "'"));
}

function createServicePrincipal({ body }: DryRequest, directory: Directory): Answer {
  const parsed = z.strictObject({ appId: z.string() }).safeParse(body);
  if (!parsed.success) return badRequest('Invalid property.');
  const { appId } = parsed.data;
  const { applications, servicePrincipals } = directory.state;
  const application = applications.find((candidate) => candidate['appId'] === appId);
  if (!application) {
    return badRequest(
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
      'NoBackingApplicationObject',
    );
  }
  if (servicePrincipals.some((candidate) => candidate['appId'] === appId))
    return { status: 409, code: 'Request_MultipleObjectsWithSameKeyValue', message: 'It already exists.' };
  const entry = {
    id: randomUUID(),
    appId,
    displayName: application['displayName'],
    servicePrincipalType: 'Application',
  };
  servicePrincipals.push(entry);
  directory.save();
  return { status: 201, body: entry };
}

/** Does in one step what the Azure CLI does for `az ad app permission admin-consent`. */
export function grantAdminConsent(directory: Directory, appId: unknown): Answer {
  const { applications, servicePrincipals, oauth2PermissionGrants } = directory.state;
  const application = applications.find((candidate) => candidate['appId'] === appId);
  const client = servicePrincipals.find((candidate) => candidate['appId'] === appId);
  const graph = servicePrincipals.find((candidate) => candidate['appId'] === GRAPH_APP_ID);
  if (!application || !client || !graph) return notFound(String(appId));
  const names = graph['oauth2PermissionScopes'] as { id: string; value: string }[];
  const access = application['requiredResourceAccess'] as { resourceAccess: { id: string }[] }[];
  const ids = access.flatMap(({ resourceAccess }) => resourceAccess.map(({ id }) => id));
  const scope = names.flatMap(({ id, value }) => (ids.includes(id) ? [value] : [])).join(' ');
  const existing = oauth2PermissionGrants.find(({ clientId }) => clientId === client.id);
  if (existing) existing['scope'] = scope;
  else {
    oauth2PermissionGrants.push({
      id: randomUUID(),
      clientId: client.id,
      consentType: 'AllPrincipals',
      principalId: null,
      resourceId: graph.id,
      scope,
    });
  }
  directory.save();
  return { status: 204 };
}

const organization = ({ tenant, verifiedDomains }: Directory['state']): DirectoryObject => ({
  ...tenant,
  verifiedDomains: verifiedDomains.map((name) => ({ name })),
});

function find(list: readonly DirectoryObject[], { id, appId, uniqueName }: Readonly<Record<string, string>>) {
  const name = uniqueName?.replaceAll("''", "'");
  return list.find(
    (entry) =>
      (id !== undefined && entry.id === id) ||
      (appId !== undefined && entry['appId'] === appId) ||
      (name !== undefined && entry['uniqueName'] === name),
  );
}

/** Supports two forms of `$filter`, joined by `and`: `name eq 'value'` and `tags/any(t:t eq 'value')`. */
function listed(list: readonly DirectoryObject[], query: URLSearchParams): Answer {
  const terms = (query.get('$filter') ?? '').split(' and ').filter((term) => term !== '');
  const tests = terms.map((term) => {
    const found =
      /^(?:(?<any>\w+)\/any\((\w):\2 eq '(?<item>(?:[^']|'')*)'\)|(?<name>\w+) eq '(?<value>(?:[^']|'')*)')$/u.exec(
        term,
      );
    const { any, item = '', name = '', value = '' } = found?.groups ?? {};
    if (!found) return undefined;
    if (any !== undefined)
      return (entry: DirectoryObject) =>
        (entry[any] as unknown[] | undefined)?.includes(item.replaceAll("''", "'"));
    return (entry: DirectoryObject) => entry[name] === value.replaceAll("''", "'");
  });
  if (tests.some((test) => test === undefined)) return badRequest('Invalid filter clause.', 'InvalidFilter');
  const hits = list.filter((entry) => tests.every((test) => test?.(entry)));
  return { status: 200, body: { value: hits.map((entry) => selected(entry, query)) } };
}

function one(entry: DirectoryObject, query: URLSearchParams): Answer {
  return { status: 200, body: selected(entry, query) };
}

function selected(entry: DirectoryObject, query: URLSearchParams): Record<string, unknown> {
  const names = query.get('$select')?.split(',');
  if (!names) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));
}
