export interface ConsentLink {
  /** For example https://login.microsoftonline.com. */
  readonly authorityOrigin: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** ADDIN_ORIGIN. Entra ID redirects to its consent.html, which must be a registered redirect URI. */
  readonly addinOrigin: string;
}

/** Returns the v2.0 URL for tenant-wide consent, which names the scopes (Microsoft's page "Grant tenant-wide admin consent"). */
export function adminConsentUrl({
  authorityOrigin,
  tenantId,
  clientId,
  scopes,
  addinOrigin,
}: ConsentLink): string {
  const url = new URL(`${authorityOrigin}/${tenantId}/v2.0/adminconsent`);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('scope', scopes.join(' '));
  url.searchParams.set('redirect_uri', `${addinOrigin}/consent.html`);
  // Every server decodes %20 as a space; some do not decode a plus sign.
  return url.href.replaceAll('+', '%20');
}
