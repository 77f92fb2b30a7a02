import { goodClaims, sign, TENANT } from '../../../tests/server/stubService.ts';
import type { KeyRing } from './keyRing.ts';

/** A user with the current token. */
export interface User {
  readonly oid: string;
  readonly token: string;
  readonly kid: string;
}

const LIFE_SECONDS = 3_600;

/** Creates users' tokens on first use, and renews them like Office. */
export class Users {
  readonly #origin: string;
  readonly #ring: KeyRing;
  readonly #tokens = new Map<number, User>();

  /** @param origin of the authority */
  constructor(origin: string, ring: KeyRing) {
    this.#origin = origin;
    this.#ring = ring;
  }

  get known(): number {
    return this.#tokens.size;
  }

  /** @param renew even if there is a valid token */
  async get(number: number, renew: boolean): Promise<User> {
    const known = this.#tokens.get(number);
    if (known && !renew && this.#ring.isPublished(known.kid)) return known;
    const oid = `cccccccc-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const pair = this.#ring.current(Date.now());
    const person = { oid, token: await sign(pair, this.#claims(oid, LIFE_SECONDS)), kid: pair.kid };
    this.#tokens.set(number, person);
    return person;
  }

  /** Returns an expired token of the user. */
  expired(oid: string): Promise<string> {
    return sign(this.#ring.current(Date.now()), this.#claims(oid, -600));
  }

  #claims(oid: string, life: number) {
    const claims = goodClaims(this.#origin);
    return {
      ...claims,
      oid,
      tid: TENANT,
      exp: Number(claims['iat']) + life,
      name: oid,
      uti: String(Math.random()),
    };
  }
}
