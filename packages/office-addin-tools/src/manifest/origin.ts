/** An address on `from` as the same address on `to`; every other text stays as it is. Both are origins. */
export function moveToOrigin(address: string, from: string, to: string): string {
  const parsed = URL.parse(address);
  if (parsed?.protocol !== 'https:' || parsed.origin !== from) return address;
  const authority = /^\s*https:\/\/[^/?#]*/iu.exec(address)?.[0];
  return authority === undefined ? address : `${to}${address.slice(authority.length)}`;
}

/** The Application ID URI, in a manifest called Resource: api://host:port/client-id. */
export function resourceUri(origin: string, clientId: string): string {
  return `api://${new URL(origin).host}/${clientId}`;
}

/** Scopes that belong to signing in; a manifest may name them whether SCOPE does or not. */
export const SIGN_IN_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** SCOPE may spell a scope out, as https://graph.microsoft.com/User.Read; a manifest has the short name. */
export function shortScope(scope: string): string {
  return scope.replace(/^https:\/\/[^/]+\//u, '');
}

/** Whether the origin is on this machine: good for development, not for others. */
export function isLocal(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^(?:127\.|\[::1\]$)/u.test(hostname);
}
