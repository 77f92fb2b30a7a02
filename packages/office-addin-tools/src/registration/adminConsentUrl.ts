export interface ConsentLink {
  /** Such as https://login.microsoftonline.com. */
  readonly authorityOrigin: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** ADDIN_ORIGIN, whose page consent.html is a registered redirect URI. */
  readonly addinOrigin: string;
}

/** Returns the URL for admin consent (Microsoft's page "Grant tenant-wide admin consent", v2.0). */
export function adminConsentUrl(link: ConsentLink): string {
  const url = new URL(`${link.authorityOrigin}/${link.tenantId}/v2.0/adminconsent`);
  url.searchParams.set('client_id', link.clientId);
  url.searchParams.set('scope', link.scopes.join(' '));
  url.searchParams.set('redirect_uri', `${link.addinOrigin}/consent.html`);
  // Not every parser decodes a plus sign as a space.
  return url.href.replaceAll('+', '%20');
}
