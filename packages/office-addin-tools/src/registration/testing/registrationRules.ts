import type { Application } from '../application.ts';

/**
 * Rules for a valid registration, written independently of the code that creates it. Sources: "Register an Office Add-in
 * that uses single sign-on", "Enable nested app authentication" and "Grant tenant-wide admin consent".
 * @returns the broken rules
 */
export function brokenRules(
  application: Application,
  { host, audience = 'AzureADMultipleOrgs' }: { host: string; audience?: string },
): string[] {
  const { api, spa, web, appId } = application;
  const scopes = api.oauth2PermissionScopes.filter(({ value }) => value === 'access_as_user');
  const [scope] = scopes;
  const mayAsk = (client: string) =>
    api.preAuthorizedApplications.some(
      (one) => one.appId === client && one.delegatedPermissionIds.includes(scope?.id ?? 'none'),
    );
  const graph = application.requiredResourceAccess.filter(
    ({ resourceAppId }) => resourceAppId === '00000003-0000-0000-c000-000000000000',
  );
  const permissions = graph.flatMap(({ resourceAccess }) =>
    resourceAccess.map(({ id, type }) => `${type} ${id}`),
  );
  const rules: Readonly<Record<string, boolean>> = {
    'tokens of version 2': api.requestedAccessTokenVersion === 2,
    'one enabled scope access_as_user, for users': scopes.length === 1 && scope?.isEnabled === true,
    'all of Office is pre-authorized': mayAsk('ea5a67f6-b6f3-4338-b240-c655ddc3cc8e'),
    'the add-in itself is pre-authorized': mayAsk(appId),
    'redirect URIs are those of a single-page application': [
      `https://${host}/bridge.html`,
      `https://${host}/dialog.html`,
      `https://${host}/consent.html`,
      `brk-multihub://${host}`,
    ].every((uri) => spa.redirectUris.includes(uri)),
    'the broker is not the first redirect URI': !spa.redirectUris[0]?.startsWith('brk-'),
    'the Application ID URI names host and client': application.identifierUris.includes(
      `api://${host}/${appId}`,
    ),
    'no implicit grant':
      !web.implicitGrantSettings.enableIdTokenIssuance &&
      !web.implicitGrantSettings.enableAccessTokenIssuance,
    'the delegated permissions of SCOPE and of OpenID': [
      'Scope 37f7f235-527c-4136-accd-4a02d197296e',
      'Scope 14dad69e-099b-42c9-810b-d002981feec1',
      'Scope 7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
      'Scope e1fe6dd8-ba31-4d61-89e7-88639da4683d',
      'Scope 10465720-29dd-4523-a11a-6a75c743c9d9',
    ].every((permission) => permissions.includes(permission)),
    'Graph is listed once, and each permission once':
      graph.length === 1 && new Set(permissions).size === permissions.length,
    'nothing beyond delegated permissions': permissions.every((permission) =>
      permission.startsWith('Scope '),
    ),
    'the audience': application.signInAudience === audience,
  };
  return Object.entries(rules).flatMap(([rule, satisfied]) => (satisfied ? [] : [rule]));
}
