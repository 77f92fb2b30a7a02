import { ProblemError } from '../../contract/problem.ts';
import type { Limits } from '../limits.ts';
import { readKeySet, type SigningKey } from './keySet.ts';

/** Loads the key set: its JSON. Throws a ProblemError when it cannot be had. */
export type LoadKeySet = () => Promise<unknown>;

/** After a failed load with no keys at all, everyone waits for the next: it may come soon. */
const EMPTY_COOLDOWN_MS = 1_000;

/**
 * The public keys of Entra ID, in memory. Keys that are known keep serving through an outage, however long. An
 * unknown key id makes them load anew, one load at a time and at most one per cooldown, so that forged tokens
 * cannot make the server ask more often.
 */
export class SigningKeys {
  readonly #load: LoadKeySet;
  readonly #clock: () => number;
  readonly #limits: Pick<Limits, 'keysCooldownMs'>;
  readonly #onVanished: (kids: ReadonlySet<string>) => void;
  #keys = new Map<string, SigningKey>();
  #loading: Promise<void> | undefined;
  #lastStart = -Infinity;
  #lastFailure: Error | undefined;

  /** @param onVanished told the ids of keys that are no longer there: what they signed is not to be trusted. */
  constructor(
    load: LoadKeySet,
    clock: () => number,
    limits: Pick<Limits, 'keysCooldownMs'>,
    onVanished: (kids: ReadonlySet<string>) => void = () => undefined,
  ) {
    this.#load = load;
    this.#clock = clock;
    this.#limits = limits;
    this.#onVanished = onVanished;
  }

  get loaded(): boolean {
    return this.#keys.size > 0;
  }

  /**
   * @returns undefined when Entra ID has no such key
   * @throws ProblemError entra_unavailable, entra_timeout or entra_error when that cannot be found out
   */
  async find(kid: string): Promise<SigningKey | undefined> {
    const known = this.#keys.get(kid);
    if (known) return known;
    const cooldown = this.loaded
      ? this.#limits.keysCooldownMs
      : Math.min(EMPTY_COOLDOWN_MS, this.#limits.keysCooldownMs);
    if (this.#loading || this.#clock() - this.#lastStart >= cooldown) await this.reload();
    else if (this.#lastFailure !== undefined) throw this.#lastFailure;
    return this.#keys.get(kid);
  }

  /** One at a time; callers share it. */
  reload(): Promise<void> {
    this.#loading ??= this.#reload().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #reload(): Promise<void> {
    this.#lastStart = this.#clock();
    try {
      const keys = await readKeySet(await this.#load());
      if (keys.length === 0) throw new ProblemError('entra_error', { detail: 'The key set holds no key.' });
      this.#replace(keys);
      this.#lastFailure = undefined;
    } catch (error) {
      this.#lastFailure = error as Error;
      throw error;
    }
  }

  #replace(keys: readonly SigningKey[]): void {
    const next = new Map(keys.map((key) => [key.kid, key]));
    const gone = [...this.#keys.values()].filter(({ kid, modulus }) => next.get(kid)?.modulus !== modulus);
    const vanished = new Set(gone.map(({ kid }) => kid));
    this.#keys = next;
    if (vanished.size > 0) this.#onVanished(vanished);
  }
}
