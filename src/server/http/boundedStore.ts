import type { ClientRateLimitInfo, Options, Store } from 'express-rate-limit';
import { LRUCache } from 'lru-cache';

interface Count {
  totalHits: number;
  resetTime: Date;
}

/**
 * Rate limit counters of the most recent clients. The library's own store keeps every address of the last two minutes,
 * and the owner of an IPv6 network has millions of addresses. An evicted client starts again at zero, so eviction can
 * only loosen the limit.
 */
export class BoundedStore implements Store {
  /** Counts are local to this instance: two limits that use the same key do not share a count. */
  readonly localKeys = true;
  readonly #counts: LRUCache<string, Count>;
  readonly #clock: () => number;
  #windowMs = 60_000;

  /** @param maxClients about 250 bytes each */
  constructor(maxClients: number, clock: () => number = Date.now) {
    this.#counts = new LRUCache({ max: maxClients });
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
