import { hash } from 'node:crypto';
import { compactVerify, errors, type CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { API_SCOPE } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import { inSpan, type Span } from '../call.ts';
import type { Authority, Config } from '../config.ts';
import { MAX_HEADER_BYTES } from '../limits.ts';
import { maySignFor, type PublishedKey, type SigningKey, type SigningKeys } from './signingKeys.ts';

/** The user who made the request, from a validated token. */
export interface Caller {
  /** Object id and tenant id identify the user. Never use name or mail, which can be reassigned. */
  readonly oid: string;
  readonly tid: string;
  /** Pseudonym for the log: enough to find a user's requests on demand, not enough to identify the user. */
  readonly alias: string;
  /** The token itself, the assertion of the on-behalf-of exchange. Kept in memory only. */
  readonly token: string;
  /** SHA-256 of the token, base64url: the key of both caches, computed once per request. */
  readonly tokenHash: string;
  /** `exp`, in milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** About 500 bytes each, without the token itself. Somewhat more entries than `GraphTokens` has room for. */
const MAX_CACHED_TOKENS = 200_000;

interface ValidatedToken {
  readonly oid: string;
  readonly tid: string;
  readonly expiresAt: number;
  readonly alias: string;
  /** The key that signed the token. */
  readonly signedBy: Pick<PublishedKey, 'kid' | 'n'>;
}

/**
 * Validates Bearer tokens. Caches valid tokens by hash until they expire or Entra ID withdraws the key that signed them;
 * never caches invalid ones. Cheap checks run before any key lookup.
 */
export class TokenValidator {
  readonly #rules: ClaimRules;
  readonly #keys: Pick<SigningKeys, 'find' | 'publishes'>;
  readonly #clock: () => number;
  readonly #validated = new LRUCache<string, ValidatedToken>({
    // Grows with its entries. `max` would allocate all of them at the start, which takes 30 ms.
    maxSize: MAX_CACHED_TOKENS,
    sizeCalculation: () => 1,
  });

  constructor(rules: ClaimRules, keys: Pick<SigningKeys, 'find' | 'publishes'>, clock: () => number) {
    this.#rules = rules;
    this.#keys = keys;
    this.#clock = clock;
  }

  /**
   * @param span of the request; the first validation of a token becomes a child span
   * @throws ProblemError with a token code, or with an `entra_…` code if the signing keys cannot be loaded
   */
  async validate(token: string, span?: Span): Promise<Caller> {
    const tokenHash = hash('sha256', token, 'base64url');
    const cached = this.#validated.get(tokenHash);
    const validated =
      cached && this.#keys.publishes(cached.signedBy)
        ? cached
        : await inSpan(span, 'token validation', () => this.#validateUncached(token, tokenHash));
    const { oid, tid, expiresAt, alias } = validated;
    checkNotExpired(expiresAt, this.#clock());
    return { oid, tid, expiresAt, alias, token, tokenHash };
  }

  async #validateUncached(token: string, tokenHash: string): Promise<ValidatedToken> {
    const parts = readTokenParts(token);
    const identity = checkClaims(parts.claims, this.#rules, this.#clock());
    const { key, kid, n } = await this.#keyFor(parts);
    await checkSignature(token, key);
    const validated = { ...identity, alias: aliasOf(identity), signedBy: { kid, n } };
    this.#validated.set(tokenHash, validated);
    return validated;
  }

  async #keyFor({ kid, claims }: TokenParts): Promise<SigningKey> {
    const key = await this.#keys.find(kid);
    if (!key) throw invalid('Entra ID publishes no key with this kid.');
    const { iss, tid } = claims as { iss: string; tid: string };
    const { v2 } = issuersOf(this.#rules.authority, tid);
    if (!maySignFor(key, v2, iss, tid)) throw invalid('The signing key does not belong to this issuer.');
    return key;
  }
}

async function checkSignature(token: string, key: CryptoKey): Promise<void> {
  try {
    await compactVerify(token, key, { algorithms: ['RS256'] });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw invalid('The signature is not valid.');
    throw error;
  }
}

const ALIAS_BYTES = 8;

function aliasOf({ oid, tid }: Pick<Caller, 'oid' | 'tid'>): string {
  return hash('sha256', `${oid}@${tid}`, 'buffer').toString('hex', 0, ALIAS_BYTES);
}

const KILOBYTES = MAX_HEADER_BYTES / 1024;

/** Source: Microsoft's page "Configure group claims for applications", section on the limits of tokens. */
const ADVICE =
  'Usually group claims make a token this large. In the app registration, under Token configuration, ' +
  'emit only the groups assigned to the application, or none, and remove optional claims that are not needed.';

/** Detail for a request that Node's parser rejects, which does not tell which header was too large. */
export const HEADERS_TOO_LARGE = `The request headers are larger than ${KILOBYTES} kB. The largest one is usually the access token. ${ADVICE}`;

/**
 * Returns the token in an Authorization header (RFC 6750 2.1; the scheme is case-insensitive by RFC 9110 11.1).
 * @throws ProblemError token_missing (no header, another scheme) or token_malformed
 */
export function readBearer(header: string | undefined): string {
  // Uses indexOf: a regular expression would scan thousands of characters on every request.
  const text = (header ?? '').trim();
  const end = text.indexOf(' ');
  const scheme = end < 0 ? text : text.slice(0, end);
  if (scheme.toLowerCase() !== 'bearer') {
    throw new ProblemError('token_missing', {
      detail:
        header === undefined
          ? 'The request has no Authorization header.'
          : 'The scheme of the Authorization header is not Bearer.',
    });
  }
  const token = end < 0 ? '' : text.slice(end).trimStart();
  if (token === '')
    throw new ProblemError('token_missing', {
      detail: 'The Authorization header has no token after "Bearer".',
    });
  // Node has already rejected larger headers; this bounds the work on other HTTP servers.
  if (token.length > MAX_HEADER_BYTES) {
    const size = Math.ceil(token.length / 1024);
    throw malformed(
      `The token is ${size} kB; all request headers together are limited to ${KILOBYTES} kB. ${ADVICE}`,
    );
  }
  return token;
}

const record = z.record(z.string(), z.unknown());

interface TokenParts {
  readonly kid: string;
  /** Not verified yet: use them only to reject the token. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Decodes a token. Accepts only RS256: letting the header choose the algorithm allows forgery (RFC 8725 2.1, 3.1).
 * @throws ProblemError token_malformed or token_invalid
 */
function readTokenParts(token: string): TokenParts {
  if (!COMPACT.test(token)) throw malformed('The token does not consist of three base64url parts.');
  const [first = '', second = ''] = token.split('.');
  const head = record.safeParse(decode(first));
  if (!head.success) throw malformed("The token's header is not a JSON object.");
  const claims = record.safeParse(decode(second));
  if (!claims.success) throw malformed("The token's payload is not a JSON object.");
  const { alg, kid, crit } = head.data;
  if (alg !== 'RS256') throw invalid('alg is not RS256.');
  if (crit !== undefined) throw invalid('The header contains crit.');
  if (typeof kid !== 'string' || kid === '' || kid.length > 256) throw invalid('The header has no kid.');
  return { kid, claims: claims.data };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined; // The caller reports which part it was.
  }
}

/** Tenant of all personal Microsoft accounts. */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Identity {
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

interface Issuers {
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
function checkNotExpired(expiresAt: number, now: number): void {
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

const malformed = (detail: string) => new ProblemError('token_malformed', { detail });
const invalid = (detail: string) => new ProblemError('token_invalid', { detail });
