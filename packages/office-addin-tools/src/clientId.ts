/** Returns whether CLIENT_ID is an id. office-addin-sso writes placeholders in braces. */
export function isConfigured(clientId: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(clientId);
}
