import { hash } from 'node:crypto';
import { compactVerify, errors, type CryptoKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../../contract/problem.ts';
import { inSpan, type Span } from '../telemetry.ts';
import { readTokenParts, type TokenParts } from './bearerToken.ts';
import type { Caller } from './caller.ts';
import { checkClaims, checkNotExpired, issuersOf, type ClaimRules } from './checkClaims.ts';
import { mayIssueFor, type PublishedKey } from './keySet.ts';
import type { SigningKey, SigningKeys } from './signingKeys.ts';

/** About 500 bytes each; the token itself is not kept here. Somewhat more than `GraphTokens` has room for. */
const MAX_VERDICTS = 200_000;

interface Verdict {
  readonly oid: string;
  readonly tid: string;
  readonly expiresAt: number;
  readonly alias: string;
  /** The key that signed the token. */
  readonly signedBy: Pick<PublishedKey, 'kid' | 'n'>;
}

/**
 * Validates Bearer tokens. A valid token is recognized by its hash until it expires or Entra ID withdraws the key that
 * signed it; an invalid one is never remembered. What can be refused cheaply is refused before any key is looked up.
 */
export class TokenValidator {
  readonly #rules: ClaimRules;
  readonly #keys: Pick<SigningKeys, 'find' | 'publishes'>;
  readonly #clock: () => number;
  readonly #verdicts = new LRUCache<string, Verdict>({ max: MAX_VERDICTS });

  constructor(rules: ClaimRules, keys: Pick<SigningKeys, 'find' | 'publishes'>, clock: () => number) {
    this.#rules = rules;
    this.#keys = keys;
    this.#clock = clock;
  }

  /**
   * @param span of the request; the first validation of a token is recorded as its child
   * @throws ProblemError with one of the token codes, or with the reason why there are no keys
   */
  async validate(token: string, span?: Span): Promise<Caller> {
    const tokenHash = hash('sha256', token, 'base64url');
    const known = this.#verdicts.get(tokenHash);
    const verdict =
      known && this.#keys.publishes(known.signedBy)
        ? known
        : await inSpan(span, 'token validation', () => this.#judge(token, tokenHash));
    const { oid, tid, expiresAt, alias } = verdict;
    checkNotExpired(expiresAt, this.#clock());
    return { oid, tid, expiresAt, alias, token, tokenHash };
  }

  async #judge(token: string, tokenHash: string): Promise<Verdict> {
    const parts = readTokenParts(token);
    const identity = checkClaims(parts.claims, this.#rules, this.#clock());
    const { key, kid, n } = await this.#keyFor(parts);
    await checkSignature(token, key);
    const verdict = { ...identity, alias: aliasOf(identity), signedBy: { kid, n } };
    this.#verdicts.set(tokenHash, verdict);
    return verdict;
  }

  async #keyFor({ kid, claims }: TokenParts): Promise<SigningKey> {
    const key = await this.#keys.find(kid);
    if (!key) throw invalid('kid names no key of Entra ID.');
    const { iss, tid } = claims as { iss: string; tid: string };
    const { v2 } = issuersOf(this.#rules.authority, tid);
    if (!mayIssueFor(key, v2, iss, tid)) throw invalid('The key may not sign for this issuer.');
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
