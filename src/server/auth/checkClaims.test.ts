import { describe, expect, it } from 'vitest';
import { isProblem } from '../../contract/problem.ts';
import { CLIENT_ID, goodClaims, OTHER_TENANT, TENANT } from '../../../tests/server/issuer.ts';
import { checkClaims, type ClaimRules } from './checkClaims.ts';
import { PERSONAL_TENANT } from './checkClaims.ts';

const origin = 'https://login.microsoftonline.com';
const now = Date.parse('2026-01-01T00:00:00Z');

function verdict(tenant: string, tid: string, allowedTenants: string[] = []): string {
  const rules: ClaimRules = {
    authority: { url: `${origin}/${tenant}`, origin, host: 'login.microsoftonline.com', tenant },
    clientId: CLIENT_ID,
    addinOrigin: 'https://addin.contoso.com',
    allowedTenants,
  };
  try {
    return checkClaims({ ...goodClaims(origin, now), tid, iss: `${origin}/${tid}/v2.0` }, rules, now).tid;
  } catch (error) {
    return isProblem(error) ? error.code : 'not a problem';
  }
}

describe('allowed tenants', () => {
  it.each([
    ['common', TENANT, [], TENANT],
    ['common', PERSONAL_TENANT, [], PERSONAL_TENANT],
    ['organizations', TENANT, [], TENANT],
    ['organizations', PERSONAL_TENANT, [], 'tenant_not_allowed'],
    ['consumers', PERSONAL_TENANT, [], PERSONAL_TENANT],
    ['consumers', TENANT, [], 'tenant_not_allowed'],
    [TENANT, TENANT, [], TENANT],
    [TENANT, OTHER_TENANT, [], 'tenant_not_allowed'],
    [TENANT, OTHER_TENANT, [OTHER_TENANT], 'tenant_not_allowed'],
    [PERSONAL_TENANT, PERSONAL_TENANT, [], PERSONAL_TENANT],
    [PERSONAL_TENANT, TENANT, [], 'tenant_not_allowed'],
    [TENANT, PERSONAL_TENANT, [], 'tenant_not_allowed'],
    [TENANT, PERSONAL_TENANT, [PERSONAL_TENANT], 'tenant_not_allowed'],
    ['common', PERSONAL_TENANT, [PERSONAL_TENANT], PERSONAL_TENANT],
    ['common', PERSONAL_TENANT, [TENANT], 'tenant_not_allowed'],
    ['common', PERSONAL_TENANT.toUpperCase(), [], PERSONAL_TENANT],
    ['organizations', PERSONAL_TENANT.toUpperCase(), [], 'tenant_not_allowed'],
    ['organizations', PERSONAL_TENANT, [PERSONAL_TENANT], 'tenant_not_allowed'],
    ['organizations', OTHER_TENANT, [TENANT], 'tenant_not_allowed'],
    ['consumers', PERSONAL_TENANT, [TENANT], 'tenant_not_allowed'],
    ['common', TENANT, [TENANT], TENANT],
    ['common', TENANT.toUpperCase(), [TENANT], TENANT],
    ['common', TENANT, [OTHER_TENANT], 'tenant_not_allowed'],
  ])('with authority %s, a user of %s and ALLOWED_TENANTS %j: %s', (tenant, tid, allowed, expected) => {
    expect(verdict(tenant, tid, allowed)).toBe(expected);
  });
});
