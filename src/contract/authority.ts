/**
 * Hosts of Microsoft's identity providers, which MSAL knows by itself; any other one has to be named in MSAL's
 * `knownAuthorities`, with its port, or MSAL asks login.microsoftonline.com about it.
 */
const MICROSOFT_HOSTS = new Set([
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.windows.net',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
]);

/** Value for MSAL's `auth.knownAuthorities`. @param authority URL such as https://host/tenant */
export function knownAuthorities(authority: string): string[] {
  const { host } = new URL(authority);
  return MICROSOFT_HOSTS.has(host) ? [] : [host];
}
