import type { Finding } from '../finding.ts';

/** A tenant's id. */
const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/**
 * Returns the last segment that AUTHORITY needs for a registration with this signInAudience. With another one, Entra ID
 * offers accounts to sign in with that the registration then refuses, or hides accounts that it accepts.
 * Source: "Application configuration options, Audience", Microsoft identity platform.
 * @param configured the segment as it is set now: the id of one tenant narrows a registration for many, and stays
 * @param tenantId of the tenant that has the registration
 */
export function authorityTenant(signInAudience: string, configured: string, tenantId: string): string {
  switch (signInAudience) {
    case 'AzureADMyOrg':
      return tenantId;
    case 'AzureADMultipleOrgs':
      return TENANT_ID.test(configured) ? configured : 'organizations';
    case 'AzureADandPersonalMicrosoftAccount':
      return TENANT_ID.test(configured) || configured === 'organizations' ? configured : 'common';
    case 'PersonalMicrosoftAccount':
      return 'consumers';
    default:
      return configured;
  }
}

/** Finds an AUTHORITY that does not go with the registration's supported accounts. */
export function compareAuthority(
  signInAudience: string,
  authority: { origin: string; tenant: string },
): Finding[] {
  const { origin, tenant } = authority;
  // Which tenant has a registration for one tenant is not known here; that AUTHORITY names one is.
  const needed = authorityTenant(signInAudience, tenant, TENANT_ID.test(tenant) ? tenant : '<tenant id>');
  if (needed === tenant) return [];
  return [
    {
      where: 'AUTHORITY',
      problem: `AUTHORITY ends in /${tenant}, but the registration accepts the accounts of ${signInAudience}.`,
      fix:
        `Set AUTHORITY=${origin}/${needed} in .ENV, or change the registration with ` +
        '`npm run configure-sso -- --audience single|multiple|any`, which sets both.',
    },
  ];
}
