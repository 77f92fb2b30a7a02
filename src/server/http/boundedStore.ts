import type { ClientRateLimitInfo, Options, Store } from 'express-rate-limit';
import { LRUCache } from 'lru-cache';

interface Count {
  totalHits: number;
  resetTime: Date;
}

/**
 * Counts for the rate limits, of the most recent clients only. The library's own store keeps every address of the
 * last two minutes, and whoever owns a network of IPv6 has millions of them. A client that has been pushed out
 * begins at nought again, which makes the limit milder and never harsher.
 */
export class BoundedStore implements Store {
  /** Counts are in this process alone: two limits that share a key do not share a count. */
  readonly localKeys = true;
  readonly #counts: LRUCache<string, Count>;
  readonly #clock: () => number;
  #windowMs = 60_000;

  /** @param most clients; about 250 bytes each */
  constructor(most: number, clock: () => number = Date.now) {
    this.#counts = new LRUCache({ max: most });
    this.#clock = clock;
  }

  get size(): number {
    return this.#counts.size;
  }

  init({ windowMs }: Pick<Options, 'windowMs'>): void {
    this.#windowMs = windowMs;
  }

  get(key: string): ClientRateLimitInfo | undefined {
    const count = this.#counts.peek(key);
    return count && count.resetTime.getTime() > this.#clock() ? count : undefined;
  }

  increment(key: string): ClientRateLimitInfo {
    const known = this.#counts.get(key);
    const now = this.#clock();
    if (known && known.resetTime.getTime() > now) {
      known.totalHits += 1;
      return known;
    }
    const count = { totalHits: 1, resetTime: new Date(now + this.#windowMs) };
    this.#counts.set(key, count);
    return count;
  }

  decrement(key: string): void {
    const count = this.#counts.peek(key);
    if (count && count.totalHits > 0) count.totalHits -= 1;
  }

  resetKey(key: string): void {
    this.#counts.delete(key);
  }
}
