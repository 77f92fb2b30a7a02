import { hash } from 'node:crypto';
import { compactVerify, errors } from 'jose';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../../contract/problem.ts';
import { inSpan } from '../telemetry/inSpan.ts';
import type { Span } from '../telemetry/telemetry.ts';
import type { Caller } from './caller.ts';
import { checkClaims, type ClaimRules } from './checkClaims.ts';
import { issuersOf } from './issuers.ts';
import { mayIssueFor, type SigningKey } from './keySet.ts';
import type { SigningKeys } from './signingKeys.ts';
import { readTokenParts, type TokenParts } from './tokenParts.ts';
import { checkNotExpired } from './tokenTimes.ts';

/** About 500 bytes each; the token itself is not kept here. As many as `GraphTokens` has room for, and some. */
const MOST_VERDICTS = 200_000;

interface Verdict {
  readonly oid: string;
  readonly tid: string;
  readonly expiresAt: number;
  readonly kid: string;
  readonly alias: string;
}

/**
 * Is this Bearer token good, and whose is it? A token that was found good once is recognised by its hash until it
 * expires; a bad one is never remembered. What can be refused cheaply is refused before any key is looked for.
 */
export class TokenValidator {
  readonly #rules: ClaimRules;
  readonly #keys: Pick<SigningKeys, 'find'>;
  readonly #clock: () => number;
  readonly #verdicts = new LRUCache<string, Verdict>({ max: MOST_VERDICTS });
  /** Counts withdrawals of keys, so that what was looked at during one is not remembered after it. */
  #withdrawals = 0;

  constructor(rules: ClaimRules, keys: Pick<SigningKeys, 'find'>, clock: () => number) {
    this.#rules = rules;
    this.#keys = keys;
    this.#clock = clock;
  }

  /**
   * @param span of the request; a token that is looked at for the first time is told as a child of it
   * @throws ProblemError with one of the token codes, or why the keys could not be had
   */
  async validate(token: string, span?: Span): Promise<Caller> {
    const tokenHash = hash('sha256', token, 'base64url');
    const known = this.#verdicts.get(tokenHash);
    const { oid, tid, expiresAt, alias } =
      known ?? (await inSpan(span, 'token validation', () => this.#judge(token, tokenHash)));
    checkNotExpired(expiresAt, this.#clock());
    return { oid, tid, expiresAt, alias, token, tokenHash };
  }

  /** Forgets what these keys signed: they have been withdrawn. */
  forget(kids: ReadonlySet<string>): void {
    this.#withdrawals += 1;
    for (const [tokenHash, verdict] of this.#verdicts.entries()) {
      if (kids.has(verdict.kid)) this.#verdicts.delete(tokenHash);
    }
  }

  async #judge(token: string, tokenHash: string): Promise<Verdict> {
    const parts = readTokenParts(token);
    const identity = checkClaims(parts.claims, this.#rules, this.#clock());
    const { key, withdrawals } = await this.#keyFor(parts);
    await checkSignature(token, key);
    const verdict = { ...identity, kid: parts.kid, alias: aliasOf(identity) };
    if (withdrawals === this.#withdrawals) this.#verdicts.set(tokenHash, verdict);
    return verdict;
  }

  async #keyFor({ kid, claims }: TokenParts): Promise<{ key: SigningKey; withdrawals: number }> {
    const key = await this.#keys.find(kid);
    if (!key) throw invalid('kid names no key of Entra ID.');
    const { iss, tid } = claims as { iss: string; tid: string };
    const { v2 } = issuersOf(this.#rules.authority, tid);
    if (!mayIssueFor(key, v2, iss, tid)) throw invalid('The key may not sign for this issuer.');
    return { key, withdrawals: this.#withdrawals };
  }
}

async function checkSignature(token: string, { key }: SigningKey): Promise<void> {
  try {
    await compactVerify(token, key, { algorithms: ['RS256'] });
  } catch (error) {
    if (error instanceof errors.JOSEError) throw invalid('The signature does not fit.');
    throw error;
  }
}

const invalid = (detail: string) => new ProblemError('token_invalid', { detail });

const ALIAS_BYTES = 8;

function aliasOf({ oid, tid }: Pick<Caller, 'oid' | 'tid'>): string {
  return hash('sha256', `${oid}@${tid}`, 'buffer').toString('hex', 0, ALIAS_BYTES);
}
