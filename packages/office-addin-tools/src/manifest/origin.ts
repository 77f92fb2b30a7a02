/** Moves a URL from the origin `from` to the origin `to`. Returns any other text unchanged. */
export function moveToOrigin(address: string, from: string, to: string): string {
  const parsed = URL.parse(address);
  if (parsed?.protocol !== 'https:' || parsed.origin !== from) return address;
  const authority = /^\s*https:\/\/[^/?#]*/iu.exec(address)?.[0];
  return authority === undefined ? address : `${to}${address.slice(authority.length)}`;
}

/** Returns the Application ID URI, called Resource in manifests: api://host:port/client-id. */
export function resourceUri(origin: string, clientId: string): string {
  return `api://${new URL(origin).host}/${clientId}`;
}

/** OpenID Connect scopes. A manifest may contain them even if SCOPE does not. */
export const SIGN_IN_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** Returns the short name of a scope, as manifests need it. SCOPE may contain https://graph.microsoft.com/User.Read. */
export function shortScope(scope: string): string {
  return scope.replace(/^https:\/\/[^/]+\//u, '');
}

/** Returns whether the origin is on this machine. */
export function isLocal(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^(?:127\.|\[::1\]$)/u.test(hostname);
}
