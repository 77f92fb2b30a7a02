export interface ConsentLink {
  /** Such as https://login.microsoftonline.com. */
  readonly authorityOrigin: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** ADDIN_ORIGIN: the page that it comes back to is a registered redirect URI. */
  readonly addinOrigin: string;
}

/** Microsoft's page "Grant tenant-wide admin consent", the v2.0 form, which names the scopes. */
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
  // A space is %20 to everybody, a plus sign only to some.
  return url.href.replaceAll('+', '%20');
}
