/**
 * Hosts of Microsoft's identity providers, which are built into MSAL. Any other host must be listed in MSAL's
 * `knownAuthorities`, with its port; otherwise MSAL queries login.microsoftonline.com about it.
 */
const MICROSOFT_HOSTS = new Set([
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.windows.net',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
]);

/** Returns the value for MSAL's `auth.knownAuthorities`. @param authority URL such as https://host/tenant */
export function knownAuthorities(authority: string): string[] {
  const { host } = new URL(authority);
  return MICROSOFT_HOSTS.has(host) ? [] : [host];
}

const US_GOVERNMENT_HOSTS = new Set(['login.microsoftonline.us']);
const CHINA_HOSTS = new Set(['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn']);

/**
 * Returns the audience that a managed identity's token must have to serve as the application's credential. Each cloud
 * accepts only its own value, in the federated credential and in the token (Microsoft's page "Configure an application
 * to trust a managed identity"). Server, app registration and Bicep templates must agree on it.
 * @param authority URL such as https://login.microsoftonline.us/tenant, or its origin
 */
export function federationAudience(authority: string): string {
  const { hostname } = new URL(authority);
  if (US_GOVERNMENT_HOSTS.has(hostname)) return 'api://AzureADTokenExchangeUSGov';
  if (CHINA_HOSTS.has(hostname)) return 'api://AzureADTokenExchangeChina';
  return 'api://AzureADTokenExchange';
}
