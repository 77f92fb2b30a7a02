import { createSigningPair, type SigningPair } from '../../../tests/server/stubService.ts';

/** Time from publishing a key to its first use. */
const NOTICE_MS = 6_000;
/** A key is withdrawn after this many rotations, which invalidates its tokens. The first key is never withdrawn. */
const MAX_KEYS = 4;

interface Published {
  readonly pair: SigningPair;
  readonly from: number;
}

/** Signing keys of Entra ID, rotated every minute. */
export class KeyRing {
  #keys: Published[] = [];
  #rotations = 0;

  /** Publishes a new key and withdraws the oldest, except the first. */
  async rotate(now: number): Promise<void> {
    this.#rotations += 1;
    const pair = await createSigningPair(`key-${this.#rotations}`);
    this.#keys.push({ pair, from: this.#rotations === 1 ? now : now + NOTICE_MS });
    if (this.#keys.length > MAX_KEYS) this.#keys.splice(1, 1);
  }

  get rotations(): number {
    return this.#rotations;
  }

  published(): object[] {
    return this.#keys.map(({ pair }) => pair.jwk);
  }

  /** Returns the newest usable key. */
  current(now: number): SigningPair {
    const usable = this.#keys.filter(({ from }) => from <= now).at(-1);
    if (!usable) throw new Error('No key is usable yet.');
    return usable.pair;
  }

  isPublished(kid: string): boolean {
    return this.#keys.some(({ pair }) => pair.kid === kid);
  }
}
