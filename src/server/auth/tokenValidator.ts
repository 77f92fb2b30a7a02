import { hash } from 'node:crypto';
import { compactVerify, errors, type CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../../contract/problem.ts';
import { inSpan, type Span } from '../telemetry.ts';
import { readTokenParts, type TokenParts } from './bearerToken.ts';
import type { Caller } from './caller.ts';
import { checkClaims, checkNotExpired, issuersOf, type ClaimRules } from './checkClaims.ts';
import { maySignFor, type PublishedKey } from './keySet.ts';
import type { SigningKey, SigningKeys } from './signingKeys.ts';

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
  readonly #validated = new LRUCache<string, ValidatedToken>({ max: MAX_CACHED_TOKENS });

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

const invalid = (detail: string) => new ProblemError('token_invalid', { detail });

const ALIAS_BYTES = 8;

function aliasOf({ oid, tid }: Pick<Caller, 'oid' | 'tid'>): string {
  return hash('sha256', `${oid}@${tid}`, 'buffer').toString('hex', 0, ALIAS_BYTES);
}
