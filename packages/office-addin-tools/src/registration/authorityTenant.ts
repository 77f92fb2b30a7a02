import type { Finding } from '../finding.ts';

const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/**
 * Returns the last segment that AUTHORITY needs for a registration with this signInAudience. With another segment, Entra ID
 * offers accounts that the registration rejects, or hides accounts that it accepts.
 * Source: "Application configuration options, Audience", Microsoft identity platform.
 * @param configured current segment; a tenant id is kept, because it narrows a registration for several tenants
 * @param tenantId tenant of the registration
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

/** Checks that AUTHORITY matches the registration's supported accounts. */
export function compareAuthority(
  signInAudience: string,
  authority: { origin: string; tenant: string },
): Finding[] {
  const { origin, tenant } = authority;
  // The tenant of a single-tenant registration is unknown here. AUTHORITY must name any tenant id.
  const needed = authorityTenant(signInAudience, tenant, TENANT_ID.test(tenant) ? tenant : '<tenant id>');
  if (needed === tenant) return [];
  return [
    {
      where: 'AUTHORITY',
      problem: `AUTHORITY ends in /${tenant}, but the registration's audience is ${signInAudience}.`,
      fix:
        `Set AUTHORITY=${origin}/${needed} in .ENV, or change the registration with ` +
        '`npm run configure-sso -- --audience single|multiple|any`, which sets both.',
    },
  ];
}
