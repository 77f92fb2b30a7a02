/** Whether CLIENT_ID names a registration. Placeholders are written in braces, as office-addin-sso does. */
export function isConfigured(clientId: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(clientId);
}
