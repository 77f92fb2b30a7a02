import { API_SCOPE } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Authority, Config } from '../config.ts';

/** Tenant of all personal Microsoft accounts. */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface Identity {
  readonly oid: string;
  readonly tid: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export type ClaimRules = Pick<Config, 'authority' | 'clientId' | 'addinOrigin' | 'allowedTenants'>;

/**
 * Validates the claims of a user's token for this API. Pure; does not check the signature.
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
    throw invalid('iss is not the issuer of the tenant in tid.');
  if (!audiences(rules).includes(claims.aud)) throw invalid('aud does not name this API.');
  const expiresAt = checkTimes(claims, now);
  if (typeof claims.scp !== 'string' || !claims.scp.split(' ').includes(API_SCOPE)) {
    throw new ProblemError('scope_missing', { detail: `scp does not contain ${API_SCOPE}.` });
  }
  if (claims.idtyp === 'app') throw invalid('The token was issued to an application, not to a user.');
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

/** v2.0 tokens contain the client id; v1.0 tokens the App ID URI, which for Office includes the add-in's host. */
function audiences({ clientId, addinOrigin }: ClaimRules): unknown[] {
  return [clientId, `api://${new URL(addinOrigin).host}/${clientId}`, `api://${clientId}`];
}

function checkTenant(tid: string, { authority, allowedTenants }: ClaimRules): void {
  const allowed =
    authorityAllows(tid, authority.tenant) && (allowedTenants.length === 0 || allowedTenants.includes(tid));
  if (!allowed) throw new ProblemError('tenant_not_allowed');
}

function authorityAllows(tid: string, tenant: string): boolean {
  if (tenant === 'common') return true;
  if (tenant === 'organizations') return tid !== PERSONAL_TENANT;
  if (tenant === 'consumers') return tid === PERSONAL_TENANT;
  return tid === tenant;
}

/** Aliases of authorities. Tokens always contain the main name. */
const ALIASES: Readonly<Record<string, string>> = {
  'https://login.microsoft.com': 'https://login.microsoftonline.com',
  'https://login.windows.net': 'https://login.microsoftonline.com',
  'https://login.chinacloudapi.cn': 'https://login.partner.microsoftonline.cn',
};

export interface Issuers {
  /** `iss` of a token with `ver` 2.0. */
  readonly v2: string;
  /** `iss` of a token with `ver` 1.0, which Office can also send. */
  readonly v1: string;
}

/** Returns the two possible issuers of a tenant's tokens. */
export function issuersOf(authority: Pick<Authority, 'origin'>, tid: string): Issuers {
  const origin = ALIASES[authority.origin] ?? authority.origin;
  const china = origin === 'https://login.partner.microsoftonline.cn';
  return {
    v2: `${origin}/${tid}/v2.0`,
    v1: `https://sts.${china ? 'chinacloudapi.cn' : 'windows.net'}/${tid}/`,
  };
}

/** Tolerance for clock differences (RFC 7519 4.1.4). */
const SKEW_MS = 60_000;

/** Entra ID issues access tokens for at most a day ("Configurable token lifetimes"); another hour covers clock differences. */
const MAX_LIFETIME_MS = 25 * 3_600_000;

/**
 * Checks `exp`, `nbf` and `iat` of a token and returns `exp` in milliseconds since 1970. All three are whole seconds
 * (Entra ID writes no fractions); `nbf` and `iat` may be absent.
 * @throws ProblemError token_expired; token_invalid for times that no Entra ID token has
 */
export function checkTimes({ exp, nbf, iat }: Readonly<Record<string, unknown>>, now: number): number {
  const expiresAt = milliseconds('exp', exp);
  if (expiresAt === undefined) throw invalid('exp is missing.');
  const notBefore = milliseconds('nbf', nbf);
  const issuedAt = milliseconds('iat', iat);
  checkNotExpired(expiresAt, now);
  if (notBefore !== undefined && notBefore >= expiresAt) throw invalid('nbf is not before exp.');
  if (issuedAt !== undefined && issuedAt >= expiresAt) throw invalid('iat is not before exp.');
  if (expiresAt > now + MAX_LIFETIME_MS) throw invalid('exp is more than 25 hours in the future.');
  if (notBefore !== undefined && notBefore > now + SKEW_MS)
    throw invalid('The token is not valid yet (nbf).');
  if (issuedAt !== undefined && issuedAt > now + SKEW_MS) throw invalid('iat is in the future.');
  return expiresAt;
}

/** @throws ProblemError token_expired */
export function checkNotExpired(expiresAt: number, now: number): void {
  if (expiresAt + SKEW_MS <= now) throw new ProblemError('token_expired');
}

/** Returns undefined for an absent claim. @throws ProblemError token_invalid for anything but whole seconds */
function milliseconds(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw invalid(`${name} is not a whole number of seconds since 1970.`);
  }
  return value * 1000;
}

const invalid = (detail: string) => new ProblemError('token_invalid', { detail });
