import { describe, expect, it } from 'vitest';
import { authorityTenant, compareAuthority } from './authorityTenant.ts';

const TENANT = '0a1b2c3d-0000-4000-8000-00000000000a';
const OTHER = '0a1b2c3d-0000-4000-8000-00000000000b';
const origin = 'https://login.microsoftonline.com';

describe('authorityTenant', () => {
  it.each([
    ['AzureADMyOrg', 'common', TENANT],
    ['AzureADMyOrg', OTHER, TENANT],
    ['AzureADMultipleOrgs', 'common', 'organizations'],
    ['AzureADMultipleOrgs', 'consumers', 'organizations'],
    ['AzureADMultipleOrgs', OTHER, OTHER],
    ['AzureADandPersonalMicrosoftAccount', 'common', 'common'],
    ['AzureADandPersonalMicrosoftAccount', 'organizations', 'organizations'],
    ['AzureADandPersonalMicrosoftAccount', 'consumers', 'common'],
    ['PersonalMicrosoftAccount', 'common', 'consumers'],
    ['SomethingNew', 'common', 'common'],
  ])('for %s and /%s returns %s', (audience, configured, needed) => {
    expect(authorityTenant(audience, configured, TENANT)).toBe(needed);
  });
});

describe('compareAuthority', () => {
  it.each([
    ['AzureADMyOrg', TENANT],
    ['AzureADMultipleOrgs', 'organizations'],
    ['AzureADMultipleOrgs', TENANT],
    ['AzureADandPersonalMicrosoftAccount', 'common'],
  ])('accepts %s with /%s', (audience, tenant) => {
    expect(compareAuthority(audience, { origin, tenant })).toEqual([]);
  });

  it.each([
    ['AzureADMyOrg', 'common', `AUTHORITY=${origin}/<tenant id>`],
    ['AzureADMultipleOrgs', 'common', `AUTHORITY=${origin}/organizations`],
    ['AzureADandPersonalMicrosoftAccount', 'consumers', `AUTHORITY=${origin}/common`],
    ['PersonalMicrosoftAccount', 'organizations', `AUTHORITY=${origin}/consumers`],
  ])('reports %s with /%s, with the fix %s', (audience, tenant, fix) => {
    const [finding] = compareAuthority(audience, { origin, tenant });
    expect(finding?.where).toBe('AUTHORITY');
    expect(finding?.fix).toContain(fix);
  });
});
