import { LRUCache } from 'lru-cache';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/caller.ts';
import type { SharedTokens } from '../options/redis/sharedTokens.ts';
import type { Call } from '../call.ts';
import type { Limits } from '../limits.ts';
import type { Exchange } from './onBehalfOf.ts';
import { SharedFlights } from './sharedFlights.ts';
import { TokenStore } from './tokenStore.ts';

const MOST_REFUSALS = 10_000;
const MOST_REFUSED_TOKENS = 1_000;
/** A token is not used in its last minutes: the request with it takes time, and clocks differ. */
const MARGIN_MS = 300_000;

/** Refusals that only the user or an administrator can lift; asking again at once brings the same answer. */
const REMEMBERED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'claims_challenge',
  'consent_required',
  'admin_consent_required',
  'consent_declined',
  'policy_blocked',
]);

/** Told at every look into the cache: where the token was. A refusal that is remembered counts as one, too. */
export type WatchLookups = (found: 'memory' | 'second-level' | 'refusal' | 'nowhere') => void;

/** The second level, which other instances write too. */
export type SecondLevel = Pick<SharedTokens, 'get' | 'set' | 'remove'>;

/**
 * Graph tokens of the users: in memory, and in a second level when there is one. Keyed by the hash of the user's
 * own token, not by the user: device, multifactor and conditional access belong to that token. (The tenant is in
 * what was hashed, and the scopes are the same for all.) An entry ends with either of the two tokens.
 */
export class GraphTokens {
  readonly #exchange: Exchange;
  readonly #clock: () => number;
  readonly #limits: Pick<Limits, 'entraMs' | 'refusalMs'>;
  readonly #second: SecondLevel | null;
  readonly #watch: WatchLookups | undefined;
  readonly #tokens = new TokenStore();
  readonly #refusals = new LRUCache<string, { problem: ProblemError; until: number }>({ max: MOST_REFUSALS });
  /** What Graph refused, by key: it may still come from the second level, where removing takes a moment. */
  readonly #refused = new LRUCache<string, string>({ max: MOST_REFUSED_TOKENS });
  readonly #flights = new SharedFlights<string>();

  constructor(
    exchange: Exchange,
    clock: () => number,
    limits: Pick<Limits, 'entraMs' | 'refusalMs'>,
    second: SecondLevel | null = null,
    watch?: WatchLookups,
  ) {
    this.#exchange = exchange;
    this.#clock = clock;
    this.#limits = limits;
    this.#second = second;
    this.#watch = watch;
  }

  /**
   * @param claims Graph's challenge: exchanges anew, and what comes of it replaces what is kept
   * @throws ProblemError, or CallerGone
   */
  async get(caller: Caller, call: Call, claims?: string): Promise<string> {
    const key = caller.tokenHash;
    if (claims === undefined) {
      const kept = this.#tokens.find(key);
      if (kept && kept.expiresAt > this.#clock()) {
        this.#watch?.('memory');
        return kept.accessToken;
      }
      const refusal = this.#refusals.get(key);
      if (refusal && refusal.until > this.#clock()) {
        this.#watch?.('refusal');
        throw refusal.problem;
      }
    }
    return this.#flights.join(
      claims === undefined ? key : `${key} ${claims}`,
      (signal) =>
        this.#fetch(key, caller, { ...call, signal, deadline: this.#clock() + this.#limits.entraMs }, claims),
      call.signal,
      call.deadline - this.#clock(),
      () => new ProblemError('entra_timeout'),
    );
  }

  /** Graph refused this token. If another one has taken its place meanwhile, that one stays. */
  drop(caller: Caller, accessToken: string): void {
    const key = caller.tokenHash;
    if (this.#tokens.find(key)?.accessToken === accessToken) this.#tokens.delete(key);
    if (!this.#second) return;
    this.#refused.set(key, accessToken);
    this.#second.remove(caller, accessToken);
  }

  async #fetch(key: string, caller: Caller, call: Call, claims: string | undefined): Promise<string> {
    const shared = claims === undefined ? await this.#fromSecondLevel(key, caller) : undefined;
    this.#watch?.(shared === undefined ? 'nowhere' : 'second-level');
    return shared ?? (await this.#exchangeFor(key, caller, call, claims));
  }

  async #fromSecondLevel(key: string, caller: Caller): Promise<string | undefined> {
    if (!this.#second) return undefined;
    const found = await this.#second.get(caller);
    const now = this.#clock();
    // Meanwhile the answer to a challenge may have come, beside this flight: it is the newer one.
    const kept = this.#tokens.find(key);
    if (kept && kept.expiresAt > now) return kept.accessToken;
    if (!found || found.accessToken === this.#refused.get(key)) return undefined;
    const until = Math.min(found.expiresAt, caller.expiresAt);
    if (until <= now) return undefined;
    this.#tokens.set(key, { accessToken: found.accessToken, expiresAt: until });
    return found.accessToken;
  }

  async #exchangeFor(key: string, caller: Caller, call: Call, claims: string | undefined): Promise<string> {
    try {
      const ask = { assertion: caller.token, tid: caller.tid, ...(claims === undefined ? {} : { claims }) };
      const { accessToken, expiresAt } = await this.#exchange(ask, call);
      const now = this.#clock();
      const margin = Math.min(MARGIN_MS, (expiresAt - now) / 2);
      const until = Math.min(expiresAt - margin, caller.expiresAt);
      if (until > now) {
        this.#tokens.set(key, { accessToken, expiresAt: until });
        this.#second?.set(caller, { accessToken, expiresAt: until });
      }
      this.#refusals.delete(key);
      return accessToken;
    } catch (error) {
      if (isProblem(error) && REMEMBERED.has(error.code)) {
        this.#refusals.set(key, { problem: error, until: this.#clock() + this.#limits.refusalMs });
      }
      throw error;
    }
  }
}
