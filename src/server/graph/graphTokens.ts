import { LRUCache } from 'lru-cache';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import { withTimeLimit } from '../../contract/timeLimit.ts';
import type { Caller } from '../auth/tokenValidator.ts';
import { ClientDisconnected, failureOf, inSpan, type Call, type Telemetry } from '../call.ts';
import type { Limits } from '../limits.ts';
import type { Exchange, ExchangeRequest, GraphToken } from './onBehalfOf.ts';

const MAX_REFUSALS = 10_000;
const MAX_REFUSED_TOKENS = 1_000;
/** A token is not used in its last five minutes: requests take time, and clocks differ. */
const MARGIN_MS = 300_000;

/** Problems that only the user or an administrator can resolve: an immediate retry would get the same response. */
const NEGATIVE_CACHED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'claims_challenge',
  'consent_required',
  'admin_consent_required',
  'consent_declined',
  'policy_blocked',
]);

type Owner = Pick<Caller, 'tid' | 'tokenHash'>;

/** A cache shared by all instances. Never rejects: if the cache fails, `get` finds nothing. */
export interface SecondLevelCache {
  get(owner: Owner): Promise<GraphToken | undefined>;
  /** Writes in the background. */
  set(owner: Owner, token: GraphToken): void;
  /** Removes this token in the background, but keeps a newer one. */
  remove(owner: Owner, accessToken: string): void;
}

/**
 * Gets and caches Graph tokens, in memory and in an optional second level. The key is the hash of the user's token, not
 * the user, because device, multifactor and conditional access state belong to that token. (The tenant is part of the
 * token, and the scopes are the same for everyone.) An entry expires with the first of the two tokens.
 */
export class GraphTokens {
  readonly #exchange: Exchange;
  readonly #clock: () => number;
  readonly #limits: Pick<Limits, 'entraMs' | 'negativeCacheMs'>;
  readonly #second: SecondLevelCache | undefined;
  readonly #telemetry: Telemetry | undefined;
  readonly #tokens = new TokenStore();
  readonly #refusals = new LRUCache<string, { problem: ProblemError; until: number }>({ max: MAX_REFUSALS });
  /** Tokens that Graph has rejected, by key, because removing them from the second level takes a moment. */
  readonly #refused = new LRUCache<string, string>({ max: MAX_REFUSED_TOKENS });
  readonly #flights = new SingleFlight<string>();

  constructor(
    exchange: Exchange,
    clock: () => number,
    limits: Pick<Limits, 'entraMs' | 'negativeCacheMs'>,
    second?: SecondLevelCache,
    telemetry?: Telemetry,
  ) {
    this.#exchange = exchange;
    this.#clock = clock;
    this.#limits = limits;
    this.#second = second;
    this.#telemetry = telemetry;
  }

  /**
   * Returns a Graph token for the caller.
   * @param claims Graph's challenge: bypasses the cache, and the new token replaces the cached one
   * @throws ProblemError, or ClientDisconnected
   */
  async get(caller: Caller, call: Call, claims?: string): Promise<string> {
    const key = caller.tokenHash;
    if (claims === undefined) {
      const cached = this.#tokens.find(key);
      if (cached && cached.expiresAt > this.#clock()) {
        this.#countLookup('memory');
        return cached.accessToken;
      }
      const refusal = this.#refusals.get(key);
      if (refusal && refusal.until > this.#clock()) {
        this.#countLookup('refusal');
        throw refusal.problem;
      }
    }
    return this.#flights.run(
      claims === undefined ? key : `${key} ${claims}`,
      (signal) =>
        this.#fetch(key, caller, { ...call, signal, deadline: this.#clock() + this.#limits.entraMs }, claims),
      call.signal,
      call.deadline - this.#clock(),
      () => new ProblemError('entra_timeout'),
    );
  }

  /** Removes a token that Graph has rejected, but keeps a newer one. */
  drop(caller: Caller, accessToken: string): void {
    const key = caller.tokenHash;
    if (this.#tokens.find(key)?.accessToken === accessToken) this.#tokens.delete(key);
    if (!this.#second) return;
    this.#refused.set(key, accessToken);
    this.#second.remove(caller, accessToken);
  }

  async #fetch(key: string, caller: Caller, call: Call, claims: string | undefined): Promise<string> {
    const shared = claims === undefined ? await this.#fromSecondLevel(key, caller) : undefined;
    this.#countLookup(shared === undefined ? 'nowhere' : 'second-level');
    return shared ?? (await this.#exchangeFor(key, caller, call, claims));
  }

  async #fromSecondLevel(key: string, caller: Caller): Promise<string | undefined> {
    if (!this.#second) return undefined;
    const found = await this.#second.get(caller);
    const now = this.#clock();
    // Another flight may have cached a newer token by now, with the claims of a challenge.
    const cached = this.#tokens.find(key);
    if (cached && cached.expiresAt > now) return cached.accessToken;
    if (!found || found.accessToken === this.#refused.get(key)) return undefined;
    const until = Math.min(found.expiresAt, caller.expiresAt);
    if (until <= now) return undefined;
    this.#tokens.set(key, { accessToken: found.accessToken, expiresAt: until });
    return found.accessToken;
  }

  async #exchangeFor(key: string, caller: Caller, call: Call, claims: string | undefined): Promise<string> {
    try {
      const request = {
        assertion: caller.token,
        tid: caller.tid,
        ...(claims === undefined ? {} : { claims }),
      };
      const { accessToken, expiresAt } = await this.#exchangeTraced(request, call);
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
      if (isProblem(error) && NEGATIVE_CACHED.has(error.code)) {
        this.#refusals.set(key, { problem: error, until: this.#clock() + this.#limits.negativeCacheMs });
      }
      throw error;
    }
  }

  async #exchangeTraced(request: ExchangeRequest, call: Call): Promise<GraphToken> {
    const telemetry = this.#telemetry;
    if (!telemetry) return await this.#exchange(request, call);
    const start = performance.now();
    const record = (outcome: string) =>
      telemetry.record('addin.token_exchange.duration', (performance.now() - start) / 1000, { outcome });
    try {
      const exchange = (span: Call['span']) => this.#exchange(request, { ...call, span });
      const token = await inSpan(call.span, 'token exchange', exchange);
      record('ok');
      return token;
    } catch (error) {
      record(failureOf(error));
      throw error;
    }
  }

  /** A cached problem (`refusal`) counts as a hit. */
  #countLookup(found: 'memory' | 'second-level' | 'refusal' | 'nowhere'): void {
    this.#telemetry?.count('addin.token_cache.lookups', { found });
  }
}

/** At about 2,300 bytes per user, enough for 110,000 users within an hour. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Overhead of an entry in addition to key and token. */
const ENTRY_OVERHEAD_BYTES = 300;

/**
 * An LRU cache of Graph tokens. Stores them outside V8's heap: a hundred thousand strings would fragment the heap until
 * it takes twice the memory.
 */
export class TokenStore {
  readonly #entries: LRUCache<string, { readonly bytes: Buffer; readonly expiresAt: number }>;

  constructor(maxBytes = MAX_BYTES) {
    this.#entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ bytes }, key) => bytes.length + key.length + ENTRY_OVERHEAD_BYTES,
    });
  }

  find(key: string): GraphToken | undefined {
    const entry = this.#entries.get(key);
    return entry && { accessToken: entry.bytes.toString('latin1'), expiresAt: entry.expiresAt };
  }

  set(key: string, { accessToken, expiresAt }: GraphToken): void {
    // Not from Buffer's pool, whose pages would live as long as the last token on them. All characters of a token are
    // valid in a header, so each takes one byte.
    const bytes = Buffer.allocUnsafeSlow(accessToken.length);
    bytes.write(accessToken, 'latin1');
    this.#entries.set(key, { bytes, expiresAt });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}

interface Flight<T> {
  readonly result: Promise<T>;
  readonly stop: AbortController;
  waiting: number;
}

/**
 * Runs work once for concurrent callers with the same key. A caller that disconnects or times out does not affect the
 * others; the work is aborted when no caller is left.
 */
class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  get size(): number {
    return this.#flights.size;
  }

  /**
   * Waits for the work of this key, and starts it if it is not running.
   * @param start its signal is aborted when no caller is left
   * @param signal of this caller
   * @param timeLeftMs of this caller; then throws `timeoutError()`
   * @throws ClientDisconnected, or what the work throws
   */
  async run(
    key: string,
    start: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    timeLeftMs: number,
    timeoutError: () => Error,
  ): Promise<T> {
    if (signal.aborted) throw new ClientDisconnected();
    const flight = this.#flights.get(key) ?? this.#begin(key, start);
    flight.waiting += 1;
    try {
      return await withTimeLimit(flight.result, Math.max(timeLeftMs, 0), timeoutError, signal);
    } catch (error) {
      throw signal.aborted ? new ClientDisconnected() : error;
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0) this.#end(key, flight);
    }
  }

  #begin(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const flight: Flight<T> = { result: start(stop.signal), stop, waiting: 0 };
    this.#flights.set(key, flight);
    const forget = () => this.#end(key, flight);
    flight.result.then(forget, forget);
    return flight;
  }

  /** Aborting finished work has no effect. */
  #end(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    flight.stop.abort();
  }
}
