import { hash } from 'node:crypto';
import type { Caller } from '../../auth/caller.ts';
import type { SecondLevel } from '../../graph/graphTokens.ts';
import type { GraphToken } from '../../graph/onBehalfOf.ts';
import type { OutageLog } from '../../outageLog.ts';
import { RedisFault } from './redisFault.ts';
import type { RedisLink } from './redisLink.ts';
import type { Sealer } from './sealer.ts';

/** With another form of the entries comes another number; instances of both live side by side while deploying. */
const FORM = 'addin:graph-token:1:';
/** Graph's tokens have 2 to 8 kB. Nothing longer is stored, nor read when somebody else has stored it. */
const MAX_BYTES = 64 * 1024;
const END_BYTES = 8;

type Owner = Pick<Caller, 'tid' | 'tokenHash'>;

export interface TokenUse {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/**
 * Graph tokens in Redis, shared by all instances. A failure of Redis reaches no user: nothing here rejects, `get` returns
 * undefined within the time limit, and writes run in the background.
 */
export class SharedTokens implements SecondLevel {
  readonly #link: RedisLink;
  readonly #sealer: Sealer;
  readonly #use: readonly [string, string];
  readonly #clock: () => number;
  readonly #refusals: OutageLog;
  readonly #underWay = new Set<Promise<void>>();

  /** @param refusals is told when Redis answers, but says no */
  constructor(link: RedisLink, sealer: Sealer, use: TokenUse, clock: () => number, refusals: OutageLog) {
    this.#link = link;
    this.#sealer = sealer;
    this.#use = [use.clientId, use.scopes.join(' ')];
    this.#clock = clock;
    this.#refusals = refusals;
  }

  /** Whether Redis can be asked at the moment. */
  get up(): boolean {
    return this.#link.up;
  }

  /** What is kept for this owner and opens; its end may be past. */
  async get(owner: Owner): Promise<GraphToken | undefined> {
    if (!this.#link.up) return undefined;
    const key = this.#keyOf(owner);
    try {
      return this.#open(key, await this.#read(key));
    } catch (error) {
      this.#note(error);
      return undefined;
    }
  }

  set(owner: Owner, token: GraphToken): void {
    const left = Math.floor(token.expiresAt - this.#clock());
    if (!this.#link.up || left <= 0) return;
    const key = this.#keyOf(owner);
    const sealed = this.#sealer.seal(key, encode(token));
    if (sealed.length > MAX_BYTES) return;
    this.#inBackground(async () => {
      await this.#link.ask((connection) => connection.write(key, sealed, left));
      this.#refusals.back();
    });
  }

  /** Takes this token away. Another one, which another instance has put in its place, stays. */
  remove(owner: Owner, accessToken: string): void {
    if (!this.#link.up) return;
    const key = this.#keyOf(owner);
    this.#inBackground(async () => {
      const sealed = await this.#read(key);
      if (this.#open(key, sealed)?.accessToken !== accessToken) return;
      await this.#link.ask((connection) => connection.removeIfSame(key, sealed));
    });
  }

  /** Finishes what is being written, within its limits, and ends the connection. */
  async close(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#link.close();
  }

  /** The hash of a signed token is in it, which nobody can guess: without the token, the key says nothing. */
  #keyOf({ tid, tokenHash }: Owner): string {
    return FORM + hash('sha256', JSON.stringify([...this.#use, tid, tokenHash]), 'base64url');
  }

  #read(key: string): Promise<Buffer> {
    return this.#link.ask((connection) => connection.read(key, MAX_BYTES));
  }

  #open(key: string, sealed: Buffer): GraphToken | undefined {
    const plain = this.#sealer.open(key, sealed);
    return plain && decode(plain);
  }

  #inBackground(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.#note(error))
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  /** An outage is said by the link; here is said what Redis refuses while it is there. */
  #note(error: unknown): void {
    if (!(error instanceof RedisFault)) this.#refusals.away('unexpected');
    else if (error.kind === 'refused') this.#refusals.away(error.reason);
  }
}

/** The end in milliseconds, eight bytes; then the token. */
function encode({ accessToken, expiresAt }: GraphToken): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeDoubleBE(expiresAt);
  return Buffer.concat([end, Buffer.from(accessToken, 'utf8')]);
}

function decode(plain: Buffer): GraphToken | undefined {
  if (plain.length <= END_BYTES) return undefined;
  return { accessToken: plain.toString('utf8', END_BYTES), expiresAt: plain.readDoubleBE(0) };
}
