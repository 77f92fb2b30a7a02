import type { Application } from './application.ts';
import { accessScope } from './accessScope.ts';
import type { WantedRegistration } from './wantedRegistration.ts';
import { API_SCOPE, GRAPH_APP_ID, OFFICE_CLIENT, TEAMS_CLIENTS } from './wellKnown.ts';

/** A difference between the actual and the wanted registration. */
export interface Difference {
  /** Page in the Entra admin center. */
  readonly where: string;
  readonly problem: string;
  /** What configure-sso does, such as "add the redirect URI …". */
  readonly plan: string;
}

export interface Differences {
  readonly list: readonly Difference[];
  /** Body of a single PATCH that removes all differences and keeps others' entries. */
  readonly patch: Readonly<Record<string, unknown>>;
}

/** Compares a registration with the wanted one. Entries that are not in `wanted` stay. Pure. */
export function differencesOf(actual: Application, wanted: WantedRegistration): Differences {
  const parts = [
    differencesOfAudience(actual, wanted.signInAudience),
    api(actual, wanted),
    differencesOfRedirects(actual, wanted.redirectUris, wanted.foreignRedirectUris),
    identifierUri(actual, wanted),
    permissions(actual, wanted),
  ];
  return merged(parts);
}

/** Combines the differences of several parts. */
export function merged(parts: readonly Differences[]): Differences {
  return {
    list: parts.flatMap(({ list }) => list),
    patch: Object.assign(
      {},
      ...parts.filter(({ list }) => list.length > 0).map(({ patch }) => patch),
    ) as object,
  } as Differences;
}

/** @param now undefined: any audience */
export function differencesOfAudience({ signInAudience }: Application, now: string | undefined): Differences {
  if (now === undefined || now === signInAudience) return { list: [], patch: {} };
  const problem = `Accounts of ${audienceName(signInAudience)} can sign in, instead of ${audienceName(now)}.`;
  const plan = `let accounts of ${audienceName(now)} sign in (now: ${audienceName(signInAudience)})`;
  return {
    list: [{ where: 'Authentication, Supported accounts', problem, plan }],
    patch: { signInAudience: now },
  };
}

export function audienceName(signInAudience: string): string {
  switch (signInAudience) {
    case 'AzureADMyOrg':
      return 'this tenant only';
    case 'AzureADMultipleOrgs':
      return 'any organization';
    case 'AzureADandPersonalMicrosoftAccount':
      return 'any organization, and personal ones,';
    default:
      return signInAudience;
  }
}

function api({ api: actual }: Application, wanted: WantedRegistration): Differences {
  const list: Difference[] = [];
  const where = 'Expose an API';
  const changed = structuredClone(actual);
  if (actual.requestedAccessTokenVersion !== 2) {
    changed.requestedAccessTokenVersion = 2;
    list.push({
      where: 'Manifest, requestedAccessTokenVersion',
      problem: 'The registration issues tokens of version 1, but the server expects version 2.',
      plan: 'issue tokens of version 2',
    });
  }
  let scope = changed.oauth2PermissionScopes.find(({ value }) => value === API_SCOPE);
  if (!scope) {
    scope = accessScope(wanted.scopeId);
    changed.oauth2PermissionScopes.push(scope);
    list.push({ where, problem: `The scope ${API_SCOPE} is missing.`, plan: `add the scope ${API_SCOPE}` });
  } else if (!scope.isEnabled) {
    scope.isEnabled = true;
    list.push({
      where,
      problem: `The scope ${API_SCOPE} is disabled.`,
      plan: `enable the scope ${API_SCOPE}`,
    });
  }
  for (const appId of wanted.preAuthorized) {
    const entry = changed.preAuthorizedApplications.find((one) => one.appId.toLowerCase() === appId);
    if (entry?.delegatedPermissionIds.includes(scope.id)) continue;
    if (entry) entry.delegatedPermissionIds.push(scope.id);
    else changed.preAuthorizedApplications.push({ appId, delegatedPermissionIds: [scope.id] });
    list.push({
      where: `${where}, Authorized client applications`,
      problem: `${clientName(appId, wanted)} is not authorized for ${API_SCOPE}.`,
      plan: `add the authorization of ${clientName(appId, wanted)} for ${API_SCOPE}`,
    });
  }
  for (const appId of wanted.knownClients) {
    if (changed.knownClientApplications.includes(appId)) continue;
    changed.knownClientApplications.push(appId);
    list.push({
      where: 'Manifest, knownClientApplications',
      problem: `${clientName(appId, wanted)} is missing, so users can't consent for the server.`,
      plan: `add the known client ${appId}`,
    });
  }
  return { list, patch: { api: changed } };
}

function clientName(appId: string, { clientId }: WantedRegistration): string {
  if (appId === OFFICE_CLIENT) return `Microsoft Office (${appId})`;
  const inTeams = (TEAMS_CLIENTS as readonly string[]).includes(appId);
  if (inTeams) return `Office inside Teams (${appId})`;
  return appId === clientId ? `The add-in itself (${appId})` : `The registration of the pane (${appId})`;
}

/** @param foreign redirect URIs that belong to another registration of the add-in */
export function differencesOfRedirects(
  { spa }: Application,
  wanted: readonly string[],
  foreign: readonly string[] = [],
): Differences {
  const where = 'Authentication, Single-page application';
  const missing = wanted.filter((uri) => !spa.redirectUris.includes(uri));
  const surplus = spa.redirectUris.filter((uri) => foreign.includes(uri));
  const kept = spa.redirectUris.filter((uri) => !surplus.includes(uri));
  return {
    list: [
      ...missing.map((uri) => ({
        where,
        problem: `The redirect URI ${uri} is missing.`,
        plan: `add the redirect URI ${uri}`,
      })),
      ...surplus.map((uri) => ({
        where,
        problem: `The redirect URI ${uri} belongs to the registration of the pane.`,
        plan: `remove the redirect URI ${uri}, which belongs to the registration of the pane`,
      })),
    ],
    patch: { spa: { ...spa, redirectUris: [...kept, ...missing] } },
  };
}

function identifierUri(
  { identifierUris }: Application,
  { identifierUri: uri }: WantedRegistration,
): Differences {
  if (uri === undefined || identifierUris.includes(uri)) return { list: [], patch: {} };
  return {
    list: [
      {
        where: 'Expose an API, Application ID URI',
        problem: `The Application ID URI ${uri} is missing.`,
        plan: `add the Application ID URI ${uri}`,
      },
    ],
    patch: { identifierUris: [...identifierUris, uri] },
  };
}

function permissions({ requiredResourceAccess }: Application, wanted: WantedRegistration): Differences {
  const merged = structuredClone(requiredResourceAccess);
  let graph = merged.find(({ resourceAppId }) => resourceAppId === GRAPH_APP_ID);
  if (!graph) merged.push((graph = { resourceAppId: GRAPH_APP_ID, resourceAccess: [] }));
  const { resourceAccess } = graph;
  const missing = wanted.permissions.filter(
    ({ id }) => !resourceAccess.some((one) => one.id === id && one.type === 'Scope'),
  );
  resourceAccess.push(...missing.map(({ id }) => ({ id, type: 'Scope' })));
  return {
    list: missing.map(({ name }) => ({
      where: 'API permissions, Microsoft Graph, delegated',
      problem: `The permission ${name} is missing.`,
      plan: `add the delegated Graph permission ${name}`,
    })),
    patch: { requiredResourceAccess: merged },
  };
}
