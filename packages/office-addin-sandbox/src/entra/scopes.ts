import type { SandboxOrigins } from '../ports.ts';
import { API_SCOPE } from '../registration.ts';
import type { Registration } from './registrations.ts';

const OIDC_SCOPES = new Set(['openid', 'profile', 'email', 'offline_access']);
/** Such as User.Read or Files.ReadWrite.All. */
const GRAPH_PERMISSION = /^[A-Za-z][A-Za-z-]*(\.[A-Za-z-]+)+$/;
export type Resource = 'api' | 'graph';

export interface ReadScopes {
  /** All scopes, in their original form. */
  readonly requested: readonly string[];
  readonly oidc: readonly string[];
  /** Permission names without their resource. */
  readonly permissions: readonly string[];
  readonly resources: ReadonlySet<Resource>;
  readonly unknown: readonly string[];
}

/** @param text the `scope` parameter: names separated by spaces */
export function readScopes(
  text: string | undefined,
  registration: Registration,
  origins: SandboxOrigins,
): ReadScopes {
  const requested = (text ?? '').split(' ').filter(Boolean);
  const oidc = requested.filter((scope) => OIDC_SCOPES.has(scope));
  const resources = new Set<Resource>();
  const permissions: string[] = [];
  const unknown: string[] = [];
  for (const scope of requested.filter((name) => !OIDC_SCOPES.has(name))) {
    const read = readOne(scope, registration, origins);
    if (!read) unknown.push(scope);
    else {
      resources.add(read.resource);
      permissions.push(...read.permissions);
    }
  }
  return { requested, oidc, permissions, resources, unknown };
}

function readOne(
  scope: string,
  { clientId, appIdUri, permissions }: Registration,
  origins: SandboxOrigins,
): { resource: Resource; permissions: readonly string[] } | null {
  const end = scope.lastIndexOf('/');
  const resource = end < 0 ? '' : scope.slice(0, end);
  const name = scope.slice(end + 1);
  if ([appIdUri, clientId, `api://${clientId}`].includes(resource)) {
    return [API_SCOPE, '.default'].includes(name) ? { resource: 'api', permissions: [API_SCOPE] } : null;
  }
  if (!['', 'https://graph.microsoft.com', origins.graph].includes(resource)) return null;
  if (name === '.default') return { resource: 'graph', permissions };
  return GRAPH_PERMISSION.test(name) ? { resource: 'graph', permissions: [name] } : null;
}
