import { LRUCache } from 'lru-cache';
import type { GraphToken } from './onBehalfOf.ts';

/** Bytes, about 2,300 per user: room for 110,000 who come within an hour. Memory stays bounded, whoever comes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** What an entry takes beside key and token. */
const ENTRY_BYTES = 300;

/**
 * Graph tokens in memory; those that have not been used for longest make room for new ones. The tokens stand outside of
 * V8's heap: as strings, a hundred thousand of them leave it so full of holes that it takes twice the memory.
 */
export class TokenStore {
  readonly #entries: LRUCache<string, { readonly bytes: Buffer; readonly expiresAt: number }>;

  constructor(mostBytes = MOST_BYTES) {
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
