import { createSigningPair, type SigningPair } from '../../../tests/server/issuer.ts';

/** How long a new key stands in the set before anything is signed with it. */
const NOTICE_MS = 6_000;
/** So many minutes a key stays, after which what it signed is worth nothing. The first one stays for good. */
const MOST_KEYS = 4;

interface Published {
  readonly pair: SigningPair;
  readonly from: number;
}

/** The signing keys of Entra ID, with a new one every minute. */
export class KeyRing {
  #keys: Published[] = [];
  #rotations = 0;

  /** Publishes a new key and withdraws the oldest but the first. */
  async rotate(now: number): Promise<void> {
    this.#rotations += 1;
    const pair = await createSigningPair(`key-${this.#rotations}`);
    this.#keys.push({ pair, from: this.#rotations === 1 ? now : now + NOTICE_MS });
    if (this.#keys.length > MOST_KEYS) this.#keys.splice(1, 1);
  }

  get rotations(): number {
    return this.#rotations;
  }

  published(): object[] {
    return this.#keys.map(({ pair }) => pair.jwk);
  }

  /** The newest that may be used. */
  current(now: number): SigningPair {
    const usable = this.#keys.filter(({ from }) => from <= now).at(-1);
    if (!usable) throw new Error('There is no key yet.');
    return usable.pair;
  }

  isPublished(kid: string): boolean {
    return this.#keys.some(({ pair }) => pair.kid === kid);
  }
}
