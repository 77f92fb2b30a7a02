import { goodClaims, sign, TENANT } from '../../../tests/server/issuer.ts';
import type { KeyRing } from './keyRing.ts';

/** One user with the token that Office has given last. */
export interface Person {
  readonly oid: string;
  readonly token: string;
  readonly kid: string;
}

const LIFE_SECONDS = 3_600;

/** The users, whose tokens are made when they come for the first time and renewed as Office does. */
export class People {
  readonly #origin: string;
  readonly #ring: KeyRing;
  readonly #tokens = new Map<number, Person>();

  /** @param origin of the authority */
  constructor(origin: string, ring: KeyRing) {
    this.#origin = origin;
    this.#ring = ring;
  }

  get known(): number {
    return this.#tokens.size;
  }

  /** @param renew although there is a token */
  async get(number: number, renew: boolean): Promise<Person> {
    const known = this.#tokens.get(number);
    if (known && !renew && this.#ring.isPublished(known.kid)) return known;
    const oid = `cccccccc-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const pair = this.#ring.current(Date.now());
    const person = { oid, token: await sign(pair, this.#claims(oid, LIFE_SECONDS)), kid: pair.kid };
    this.#tokens.set(number, person);
    return person;
  }

  /** A token of this user that has been over for long. */
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
