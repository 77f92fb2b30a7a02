import { hash, createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Caller } from '../../auth/tokenValidator.ts';
import type { SecondLevelCache } from '../../graph/graphTokens.ts';
import type { GraphToken } from '../../graph/onBehalfOf.ts';
import type { OutageLog } from '../../http/logger.ts';
import { RedisError, type RedisCircuitBreaker } from './redisCircuitBreaker.ts';

/** Contains the format version. Increment it with the format: during a deployment, both versions run side by side. */
const KEY_PREFIX = 'addin:graph-token:1:';
/** Graph tokens have 2 to 8 kB. Longer values are neither stored nor read. */
const MAX_BYTES = 64 * 1024;
const EXPIRY_BYTES = 8;

type Owner = Pick<Caller, 'tid' | 'tokenHash'>;

/** Entries of different applications or scopes are separate. */
export interface CacheNamespace {
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/**
 * Graph tokens in Redis, shared by all instances. A failure of Redis never affects a user: no method rejects, `get`
 * returns undefined within the time limit, and writes run in the background.
 */
export class RedisTokenCache implements SecondLevelCache {
  readonly #breaker: RedisCircuitBreaker;
  readonly #sealer: Sealer;
  readonly #namespace: readonly [string, string];
  readonly #clock: () => number;
  readonly #rejections: OutageLog;
  readonly #pending = new Set<Promise<void>>();

  /** @param rejections logs errors that Redis returns; `breaker` logs outages */
  constructor(
    breaker: RedisCircuitBreaker,
    sealer: Sealer,
    { clientId, scopes }: CacheNamespace,
    clock: () => number,
    rejections: OutageLog,
  ) {
    this.#breaker = breaker;
    this.#sealer = sealer;
    this.#namespace = [clientId, scopes.join(' ')];
    this.#clock = clock;
    this.#rejections = rejections;
  }

  /** True while there is a usable connection. */
  get up(): boolean {
    return this.#breaker.up;
  }

  /** Returns the owner's token, which may have expired. */
  async get(owner: Owner): Promise<GraphToken | undefined> {
    if (!this.#breaker.up) return undefined;
    const key = this.#keyOf(owner);
    try {
      return this.#open(key, await this.#read(key));
    } catch (error) {
      this.#logError(error);
      return undefined;
    }
  }

  set(owner: Owner, token: GraphToken): void {
    const left = Math.floor(token.expiresAt - this.#clock());
    if (!this.#breaker.up || left <= 0) return;
    const key = this.#keyOf(owner);
    const sealed = this.#sealer.seal(key, encode(token));
    if (sealed.length > MAX_BYTES) return;
    this.#inBackground(async () => {
      await this.#breaker.run((connection) => connection.write(key, sealed, left));
      this.#rejections.up();
    });
  }

  /** Removes this token, but keeps a newer one from another instance. */
  remove(owner: Owner, accessToken: string): void {
    if (!this.#breaker.up) return;
    const key = this.#keyOf(owner);
    this.#inBackground(async () => {
      const sealed = await this.#read(key);
      if (this.#open(key, sealed)?.accessToken !== accessToken) return;
      await this.#breaker.run((connection) => connection.removeIfSame(key, sealed));
    });
  }

  /** Waits for pending writes, within their time limits, and closes the connection. */
  async close(): Promise<void> {
    await Promise.all(this.#pending);
    this.#breaker.close();
  }

  /** Contains the hash of a signed token, which cannot be guessed: without the token, the key reveals nothing. */
  #keyOf({ tid, tokenHash }: Owner): string {
    return KEY_PREFIX + hash('sha256', JSON.stringify([...this.#namespace, tid, tokenHash]), 'base64url');
  }

  #read(key: string): Promise<Buffer> {
    return this.#breaker.run((connection) => connection.read(key, MAX_BYTES));
  }

  #open(key: string, sealed: Buffer): GraphToken | undefined {
    const plain = this.#sealer.open(key, sealed);
    return plain && decode(plain);
  }

  #inBackground(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.#logError(error))
      .finally(() => this.#pending.delete(done));
    this.#pending.add(done);
  }

  /** Logs errors that Redis returns. The circuit breaker logs outages. */
  #logError(error: unknown): void {
    if (!(error instanceof RedisError)) this.#rejections.down('unexpected');
    else if (error.kind === 'rejected') this.#rejections.down(error.reason);
  }
}

/** Eight bytes with the expiry in milliseconds, then the token. */
function encode({ accessToken, expiresAt }: GraphToken): Buffer {
  const expiry = Buffer.alloc(EXPIRY_BYTES);
  expiry.writeDoubleBE(expiresAt);
  return Buffer.concat([expiry, Buffer.from(accessToken, 'utf8')]);
}

function decode(plain: Buffer): GraphToken | undefined {
  if (plain.length <= EXPIRY_BYTES) return undefined;
  return { accessToken: plain.toString('utf8', EXPIRY_BYTES), expiresAt: plain.readDoubleBE(0) };
}

const KEY_ID_BYTES = 8;
/** 96 random bits (NIST SP 800-38D, 8.2.2): good for 2^32 values per key; docs/scale-out.md says when to rotate. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES;

interface SealingKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

/**
 * Encrypts and authenticates values (AES-256-GCM) for storage outside the server. A sealed value is
 * `key id | nonce | tag | ciphertext`. It opens only under the name that it was sealed for, and only if unchanged.
 */
export class Sealer {
  readonly #keys: readonly SealingKey[];

  /** @param secrets 32 bytes each, newest first: the first one seals, all of them open */
  constructor(secrets: readonly Buffer[]) {
    if (secrets.length === 0) throw new RangeError('Sealer needs at least one key.');
    this.#keys = secrets.map((secret) => ({
      id: derive(secret, 'key id', KEY_ID_BYTES),
      key: derive(secret, 'sealing', 32),
    }));
  }

  seal(name: string, plain: Uint8Array): Buffer {
    const [{ id, key }] = this.#keys as [SealingKey];
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(aad(id, name));
    const sealed = [cipher.update(plain), cipher.final()];
    return Buffer.concat([id, nonce, cipher.getAuthTag(), ...sealed]);
  }

  /** @returns undefined if no key opens the value under this name */
  open(name: string, sealed: Buffer): Buffer | undefined {
    if (sealed.length < HEAD_BYTES) return undefined;
    const id = sealed.subarray(0, KEY_ID_BYTES);
    const known = this.#keys.find((candidate) => timingSafeEqual(candidate.id, id));
    if (!known) return undefined;
    const nonce = sealed.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', known.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad(id, name));
    decipher.setAuthTag(sealed.subarray(KEY_ID_BYTES + NONCE_BYTES, HEAD_BYTES));
    const plain = decipher.update(sealed.subarray(HEAD_BYTES));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      // `final` throws an error without a code if the tag does not match: the value was changed or moved.
      return undefined;
    }
  }
}

const aad = (id: Buffer, name: string) => Buffer.concat([id, Buffer.from(name, 'utf8')]);

/** Derives a separate key per purpose, so that the public key id reveals nothing about the sealing key. */
function derive(secret: Buffer, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `shared token cache, ${purpose}`, bytes));
}
