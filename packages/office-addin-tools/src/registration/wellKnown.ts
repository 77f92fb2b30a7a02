/** Ids that are the same in every tenant. */

export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** All Microsoft Office applications ("Register an Office Add-in that uses single sign-on"). */
export const OFFICE_CLIENT = 'ea5a67f6-b6f3-4338-b240-c655ddc3cc8e';

/** Office inside Teams: desktop and mobile, web. For --teams. */
export const TEAMS_CLIENTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
] as const;

/** OpenID Connect scopes. Office's token needs the first two, a persistent session the others. */
export const OPENID_SCOPES = ['openid', 'profile', 'offline_access', 'email'] as const;

/**
 * Ids of common delegated permissions of Graph, for tenants that hide them from users.
 * Source: microsoftgraph/microsoft-graph-devx-content, permissions-descriptions.json.
 */
export const KNOWN_PERMISSIONS: Readonly<Record<string, string>> = {
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  email: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'Files.Read': '10465720-29dd-4523-a11a-6a75c743c9d9',
  'Mail.Read': '570282fd-fa5c-430d-a7fd-fc8dc98a9dca',
  'Calendars.Read': '465a38f9-76ea-45b9-9f34-9e8b0d4b0b42',
};

/** Scope of the add-in's API, without the Application ID URI. */
export const API_SCOPE = 'access_as_user';

const US_GOVERNMENT_HOSTS = ['login.microsoftonline.us'];
const CHINA_HOSTS = ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'];

/**
 * Returns the audience that a managed identity's token needs to act as the application. Every cloud accepts only its own
 * (Microsoft's page "Configure an application to trust a managed identity").
 * @param authority URL such as https://login.microsoftonline.us
 */
export function federationAudience(authority: string): string {
  const { hostname } = new URL(authority);
  if (US_GOVERNMENT_HOSTS.includes(hostname)) return 'api://AzureADTokenExchangeUSGov';
  if (CHINA_HOSTS.includes(hostname)) return 'api://AzureADTokenExchangeChina';
  return 'api://AzureADTokenExchange';
}
