import { hash } from 'node:crypto';
import type { Caller } from '../auth/caller.ts';
import type { GraphToken } from '../graph/onBehalfOf.ts';
import type { OutageLog } from './outageLog.ts';
import { isRefusal, reasonOf } from './redisFault.ts';
import type { RedisLink } from './redisLink.ts';
import type { Sealer } from './sealer.ts';

/** With another form of the entries comes another number; instances of both live side by side while deploying. */
const FORM = 'addin:graph-token:1:';
/** Graph's tokens have 2 to 8 kB. Nothing longer is stored, nor read when somebody else has stored it. */
const MOST_BYTES = 64 * 1024;
const END_BYTES = 8;

/** Takes the value away if it still is the one that was looked at. */
const REMOVE_IF_SAME =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

type Owner = Pick<Caller, 'tid' | 'tokenHash'>;

export interface TokenUse {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/**
 * Graph tokens in Redis, shared by all instances. Nobody notices when Redis fails: nothing here rejects, `get` then
 * finds nothing, after the time limit at the latest, and writing goes on in the background.
 */
export class SharedTokens {
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
    if (sealed.length > MOST_BYTES) return;
    this.#inBackground(async () => {
      // For so long, not until then: the clock of Redis may differ.
      await this.#link.ask((client) => client.set(key, sealed, { expiration: { type: 'PX', value: left } }));
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
      await this.#link.ask((client) => client.eval(REMOVE_IF_SAME, { keys: [key], arguments: [sealed] }));
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

  /** Empty: there is none, or none of our making. */
  #read(key: string): Promise<Buffer> {
    return this.#link.ask(async (client) => {
      const found: unknown = await client.getRange(key, 0, MOST_BYTES);
      return Buffer.isBuffer(found) ? found : Buffer.alloc(0);
    });
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
    if (isRefusal(error)) this.#refusals.away(reasonOf(error));
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
