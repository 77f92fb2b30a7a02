import { createRemoteJWKSet, customFetch, errors, jwksCache, type CryptoKey } from 'jose';
import { ProblemError } from '../../contract/problem.ts';
import type { Limits } from '../limits.ts';
import { readKeySet, type PublishedKey } from './keySet.ts';

/** Returns the JSON at a URL, within limits of time and size. Throws a ProblemError if Entra ID returns none. */
export type LoadKeySet = (url: string) => Promise<unknown>;

export interface SigningKey extends PublishedKey {
  readonly key: CryptoKey;
}

/** Cooldown after a failed load while there are no keys at all: every request waits for the next load. */
const EMPTY_COOLDOWN_MS = 1_000;

/**
 * Entra ID's public signing keys. jose's remote key set loads once for concurrent requests, imports the keys, limits
 * loads caused by unknown key ids, and serves known keys through an outage of any length. This class adds what jose
 * lacks: a cooldown after a failed load; support for the `issuer` that Entra ID adds to its keys, and for a key listed
 * once per issuer (ambiguous to jose); a minimum key strength; keeping the known keys if a new set has no usable key; and
 * telling whether a key is still published.
 */
export class SigningKeys {
  readonly #load: LoadKeySet;
  readonly #clock: () => number;
  readonly #cooldownMs: number;
  readonly #remote: ReturnType<typeof createRemoteJWKSet>;
  /** The current set. jose replaces `jwks` in the same step in which it starts using a new set. */
  readonly #cache = { jwks: { keys: [] as PublishedKey[] }, uat: NaN };
  #failure: { readonly error: unknown; readonly at: number } | undefined;

  constructor(
    url: URL,
    load: LoadKeySet,
    clock: () => number,
    { keysCooldownMs }: Pick<Limits, 'keysCooldownMs'>,
  ) {
    this.#load = load;
    this.#clock = clock;
    this.#cooldownMs = keysCooldownMs;
    this.#remote = createRemoteJWKSet(url, {
      [customFetch]: (href) => this.#fetch(href),
      [jwksCache]: this.#cache,
      cacheMaxAge: Infinity,
      cooldownDuration: keysCooldownMs,
    });
  }

  get loaded(): boolean {
    return this.#cache.jwks.keys.length > 0;
  }

  /**
   * Returns undefined if Entra ID publishes no such key.
   * @throws ProblemError entra_unavailable, entra_timeout or entra_error if the keys cannot be loaded
   */
  async find(kid: string): Promise<SigningKey | undefined> {
    const known = this.#published(kid);
    try {
      const key = await this.#remote({ alg: 'RS256', kid });
      const published = known ?? this.#published(kid);
      return published && { ...published, key };
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return undefined;
      throw error;
    }
  }

  /** Returns false for a withdrawn key, whose signatures must no longer be trusted. */
  publishes({ kid, n }: Pick<PublishedKey, 'kid' | 'n'>): boolean {
    return this.#published(kid)?.n === n;
  }

  /** Loads the keys, ignoring the cooldowns. Concurrent callers share one load. */
  reload(): Promise<void> {
    if (!this.#remote.reloading) this.#failure = undefined;
    return this.#remote.reload();
  }

  #published(kid: string): PublishedKey | undefined {
    return this.#cache.jwks.keys.find((key) => key.kid === kid);
  }

  async #fetch(url: string): Promise<Response> {
    const cooldownMs = this.loaded ? this.#cooldownMs : Math.min(EMPTY_COOLDOWN_MS, this.#cooldownMs);
    if (this.#failure && this.#clock() - this.#failure.at < cooldownMs) throw this.#failure.error;
    try {
      const keys = readKeySet(await this.#load(url));
      if (keys.length === 0)
        throw new ProblemError('entra_error', { detail: "Entra ID's key set contains no usable key." });
      this.#failure = undefined;
      return Response.json({ keys });
    } catch (error) {
      this.#failure = { error, at: this.#clock() };
      throw error;
    }
  }
}
