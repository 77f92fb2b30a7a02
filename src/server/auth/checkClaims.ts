import { API_SCOPE } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { issuersOf, PERSONAL_TENANT } from './issuers.ts';
import { checkTimes } from './tokenTimes.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Identity {
  readonly oid: string;
  readonly tid: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export type ClaimRules = Pick<Config, 'authority' | 'clientId' | 'addinOrigin' | 'allowedTenants'>;

/**
 * Whether claims are those of a user's token for this API. Pure; the signature is another matter.
 * Sources: Microsoft's pages "Secure applications and APIs by validating claims" and "Access token claims".
 * @throws ProblemError token_invalid, token_expired, scope_missing or tenant_not_allowed
 */
export function checkClaims(
  claims: Readonly<Record<string, unknown>>,
  rules: ClaimRules,
  now: number,
): Identity {
  const { tid, oid } = claims;
  if (typeof tid !== 'string' || !GUID.test(tid)) throw invalid('tid is not a GUID.');
  if (claims.iss !== expectedIssuer(claims.ver, tid, rules))
    throw invalid('iss is not the issuer of that tenant.');
  if (!audiences(rules).includes(claims.aud)) throw invalid('aud is not this API.');
  const expiresAt = checkTimes(claims, now);
  if (typeof claims.scp !== 'string' || !claims.scp.split(' ').includes(API_SCOPE)) {
    throw new ProblemError('scope_missing', { detail: `scp does not hold ${API_SCOPE}.` });
  }
  if (claims.idtyp === 'app') throw invalid('The token is of an application, not of a user.');
  if (typeof oid !== 'string' || !GUID.test(oid)) throw invalid('oid is not a GUID.');
  checkTenant(tid.toLowerCase(), rules);
  return { oid: oid.toLowerCase(), tid: tid.toLowerCase(), expiresAt };
}

function expectedIssuer(ver: unknown, tid: string, { authority }: ClaimRules): string | undefined {
  const issuers = issuersOf(authority, tid);
  if (ver === '2.0') return issuers.v2;
  if (ver === '1.0') return issuers.v1;
  throw invalid('ver is neither 1.0 nor 2.0.');
}

/** v2.0 tokens carry the client id; v1.0 tokens the App ID URI, which for Office holds the add-in's host. */
function audiences({ clientId, addinOrigin }: ClaimRules): unknown[] {
  return [clientId, `api://${new URL(addinOrigin).host}/${clientId}`, `api://${clientId}`];
}

function checkTenant(tid: string, { authority, allowedTenants }: ClaimRules): void {
  const allowed =
    tenantFits(tid, authority.tenant) && (allowedTenants.length === 0 || allowedTenants.includes(tid));
  if (!allowed) throw new ProblemError('tenant_not_allowed');
}

function tenantFits(tid: string, tenant: string): boolean {
  if (tenant === 'common') return true;
  if (tenant === 'organizations') return tid !== PERSONAL_TENANT;
  if (tenant === 'consumers') return tid === PERSONAL_TENANT;
  return tid === tenant;
}

const invalid = (detail: string) => new ProblemError('token_invalid', { detail });
