import { LRUCache } from 'lru-cache';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { Caller } from '../auth/caller.ts';
import type { Call } from '../call.ts';
import type { Limits } from '../limits.ts';
import { failureOf, inSpan, type Telemetry } from '../telemetry.ts';
import type { Exchange, ExchangeRequest, GraphToken } from './onBehalfOf.ts';
import { SingleFlight } from './singleFlight.ts';

const MAX_REFUSALS = 10_000;
const MAX_REFUSED_TOKENS = 1_000;
/** A token is not used in its last five minutes: the request with it takes time, and clocks differ. */
const MARGIN_MS = 300_000;

/** Refusals that only the user or an administrator can lift: asking again at once gets the same answer. */
const REMEMBERED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'claims_challenge',
  'consent_required',
  'admin_consent_required',
  'consent_declined',
  'policy_blocked',
]);

type Owner = Pick<Caller, 'tid' | 'tokenHash'>;

/** A cache that other instances share. Never rejects: a cache that fails finds nothing. */
export interface SecondLevel {
  get(owner: Owner): Promise<GraphToken | undefined>;
  /** Writes in the background. */
  set(owner: Owner, token: GraphToken): void;
  /** Removes this token in the background; a newer one stays. */
  remove(owner: Owner, accessToken: string): void;
}

/**
 * The cache of Graph tokens: in memory, and in a second level when there is one. Its key is the hash of the user's own
 * token, not the user: device, multifactor and conditional access belong to that token. (The tenant is part of what is
 * hashed, and the scopes are the same for all.) An entry expires with either of the two tokens.
 */
export class GraphTokens {
  readonly #exchange: Exchange;
  readonly #clock: () => number;
  readonly #limits: Pick<Limits, 'entraMs' | 'negativeCacheMs'>;
  readonly #second: SecondLevel | undefined;
  readonly #telemetry: Telemetry | undefined;
  readonly #tokens = new TokenStore();
  readonly #refusals = new LRUCache<string, { problem: ProblemError; until: number }>({ max: MAX_REFUSALS });
  /** Tokens that Graph has refused, by key: removing them from the second level takes a moment. */
  readonly #refused = new LRUCache<string, string>({ max: MAX_REFUSED_TOKENS });
  readonly #flights = new SingleFlight<string>();

  constructor(
    exchange: Exchange,
    clock: () => number,
    limits: Pick<Limits, 'entraMs' | 'negativeCacheMs'>,
    second?: SecondLevel,
    telemetry?: Telemetry,
  ) {
    this.#exchange = exchange;
    this.#clock = clock;
    this.#limits = limits;
    this.#second = second;
    this.#telemetry = telemetry;
  }

  /**
   * Returns a Graph token of the caller.
   * @param claims Graph's challenge: exchanges again, and the result replaces the cached token
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

  /** Removes a token that Graph has refused. A newer one stays. */
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
    // The answer to a challenge may have come in the meantime, from another flight: it is newer.
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
      if (isProblem(error) && REMEMBERED.has(error.code)) {
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

  /** A remembered refusal counts as a hit. */
  #countLookup(found: 'memory' | 'second-level' | 'refusal' | 'nowhere'): void {
    this.#telemetry?.count('addin.token_cache.lookups', { found });
  }
}

/** Bytes, about 2,300 per user: room for 110,000 users within an hour. */
const MAX_BYTES = 256 * 1024 * 1024;
/** What an entry takes in addition to key and token. */
const ENTRY_BYTES = 300;

/**
 * Graph tokens in memory; the least recently used make room for new ones. The tokens are outside of V8's heap: as
 * strings, a hundred thousand of them fragment it until it takes twice the memory.
 */
export class TokenStore {
  readonly #entries: LRUCache<string, { readonly bytes: Buffer; readonly expiresAt: number }>;

  constructor(mostBytes = MAX_BYTES) {
    this.#entries = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ bytes }, key) => bytes.length + key.length + ENTRY_BYTES,
    });
  }

  find(key: string): GraphToken | undefined {
    const entry = this.#entries.get(key);
    return entry && { accessToken: entry.bytes.toString('latin1'), expiresAt: entry.expiresAt };
  }

  set(key: string, { accessToken, expiresAt }: GraphToken): void {
    // Not from Buffer's pool, whose pages would live as long as the last token on them. Every character of a token
    // that a header can carry is one byte.
    const bytes = Buffer.allocUnsafeSlow(accessToken.length);
    bytes.write(accessToken, 'latin1');
    this.#entries.set(key, { bytes, expiresAt });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
