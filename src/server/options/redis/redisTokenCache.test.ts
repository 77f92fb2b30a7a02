import { randomBytes } from 'node:crypto';
import { createClient, RESP_TYPES } from '@redis/client';
import { startRedis, findRedis, type LocalRedis } from 'office-addin-tools/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TENANT } from '../../../../tests/server/stubService.ts';
import { Sealer } from './redisTokenCache.ts';
import {
  newCaller,
  startTokenInstance,
  tokenFor,
  type InstanceOptions,
  type TokenInstance,
} from './testing/tokenInstance.ts';

/** Two server instances with a real Redis. */

const program = findRedis((sentence) => void process.stdout.write(`${sentence}\n`));
/** A long timeout, because other tests keep the processors busy. */
const until = <T>(look: () => T) => expect.poll(look, { timeout: 5_000, interval: 20 });
const bytes = { [RESP_TYPES.BLOB_STRING]: Buffer };
const [keyA, keyB] = [randomBytes(32), randomBytes(32)];

describe.skipIf(!program)('tokens shared in Redis', () => {
  let redis: LocalRedis;
  let admin: ReturnType<typeof createClient>;
  let instances: TokenInstance[] = [];

  beforeAll(async () => {
    redis = await startRedis(program ?? '');
    admin = createClient({ url: `redis://127.0.0.1:${redis.port}` });
    await admin.connect();
  });
  afterAll(async () => {
    admin.destroy();
    await redis.close();
  });
  beforeEach(async () => {
    await admin.flushAll();
  });
  afterEach(async () => {
    const ended = instances;
    instances = [];
    await Promise.all(ended.map(({ shared }) => shared.close()));
    expect(ended.map(({ log }) => log.text()).join('')).toBe('');
  });

  async function instance(options: Partial<InstanceOptions> = {}): Promise<TokenInstance> {
    const started = startTokenInstance({ url: `redis://127.0.0.1:${redis.port}`, keys: [keyA], ...options });
    instances.push(started);
    await until(() => started.shared.up).toBe(true);
    return started;
  }
  const storedKeys = async () => (await admin.keys('*')).sort();
  const stored = async (count = 1) => {
    await until(storedKeys).toHaveLength(count);
    return storedKeys();
  };
  const sentByRedis = async () =>
    Number(/total_net_output_bytes:(\d+)/.exec((await admin.info('stats')).toString())?.[1]);
  const rawValue = async (key = '') => await admin.withTypeMapping(bytes).get(key);

  it('saves the second instance the exchange', async () => {
    const [one, two] = [await instance(), await instance()];
    const caller = newCaller();
    const token = await one.get(caller);
    await stored();
    expect(await Promise.all(Array.from({ length: 20 }, () => two.get(caller)))).toEqual(
      Array.from({ length: 20 }, () => token),
    );
    expect([one.exchanges.length, two.exchanges.length]).toEqual([1, 0]);
    await admin.flushAll();
    expect(await two.get(caller)).toBe(token); // From its memory.
    expect(two.exchanges).toEqual([]);
  });

  it('returns to each of 100 users their own token', async () => {
    const [one, two] = [await instance(), await instance()];
    const callers = Array.from({ length: 100 }, () => newCaller());
    const first = await Promise.all(callers.map((caller) => one.get(caller)));
    await stored(100);
    expect(await Promise.all(callers.map((caller) => two.get(caller)))).toEqual(first);
    expect(two.exchanges).toEqual([]);
    expect(first.every((token, at) => token.includes(`for ${callers[at]?.token} `))).toBe(true);
  });

  it('keeps tokens of different scopes separate', async () => {
    const [one, two] = [await instance(), await instance({ scopes: ['User.Read', 'Files.Read'] })];
    const caller = newCaller();
    await one.get(caller);
    await stored();
    await two.get(caller);
    expect(two.exchanges).toHaveLength(1);
    await stored(2);
  });

  it('stores a token until it or the assertion expires', async () => {
    const one = await instance();
    await one.get(newCaller());
    const [key = ''] = await stored();
    const left = await admin.pTTL(key);
    expect(left).toBeGreaterThan(3_290_000); // An hour minus the five-minute margin.
    expect(left).toBeLessThanOrEqual(3_300_000);
    await admin.flushAll();
    await one.get(newCaller(Date.now() + 60_000));
    const [other = ''] = await stored();
    expect(await admin.pTTL(other)).toBeLessThanOrEqual(60_000);
  });

  it('does not use an expired token that Redis still has', async () => {
    let now = Date.now();
    const [one, two] = [await instance(), await instance({ clock: () => now })];
    const caller = newCaller(now + 7_200_000);
    await one.get(caller);
    await stored();
    now += 3_400_000;
    await two.get(caller);
    expect(two.exchanges).toHaveLength(1);
  });

  it('rotates keys: the new key seals, the old key still opens', async () => {
    const before = await instance({ keys: [keyA] });
    const during = await instance({ keys: [keyB, keyA] });
    const after = await instance({ keys: [keyB] });
    const [old, fresh] = [newCaller(), newCaller()];
    await before.get(old);
    await stored();
    await during.get(old);
    await during.get(fresh);
    await stored(2);
    await after.get(fresh);
    expect(
      [during.exchanges, after.exchanges].map((asked) => asked.map(({ assertion }) => assertion)),
    ).toEqual([[fresh.token], []]);
  });

  it('exchanges again and overwrites a value sealed with a removed key', async () => {
    const [before, after] = [await instance({ keys: [keyA] }), await instance({ keys: [keyB] })];
    const caller = newCaller();
    await before.get(caller);
    const [key] = await stored();
    const old = await rawValue(key);
    await after.get(caller);
    expect(after.exchanges).toHaveLength(1);
    await until(async () => (await rawValue(key))?.equals(old ?? Buffer.alloc(0))).toBe(false);
    const third = await instance({ keys: [keyB] });
    await third.get(caller);
    expect(third.exchanges).toEqual([]);
  });

  it.each<[string, (key: string, value: Buffer) => Promise<unknown>]>([
    ['changed by one bit', (key, value) => admin.set(key, flipped(value, value.length - 1))],
    ['truncated', (key, value) => admin.set(key, value.subarray(0, 40))],
    ['empty', (key) => admin.set(key, '')],
    ['text', (key) => admin.set(key, '{"accessToken":"mine"}')],
    ['a list', async (key) => [await admin.del(key), await admin.lPush(key, 'x')]],
    ['8 MB', (key) => admin.set(key, Buffer.alloc(8 * 1024 * 1024, 120))],
  ])('exchanges again and overwrites a value that is %s', async (name, spoil) => {
    const [one, two] = [await instance(), await instance()];
    const caller = newCaller();
    await one.get(caller);
    const [key = ''] = await stored();
    await spoil(key, (await rawValue(key)) ?? Buffer.alloc(0));
    const sentBefore = await sentByRedis();
    const second = await two.get(caller);
    expect((await sentByRedis()) - sentBefore).toBeLessThan(1024 * 1024);
    expect(two.exchanges).toHaveLength(1);
    const third = await instance();
    await until(async () => (await third.shared.get(caller))?.accessToken).toBe(second);
    for (const { log } of [two, third]) {
      // Redis itself rejects reading a list.
      const refused = name === 'a list' ? { reason: 'WRONGTYPE' } : undefined;
      if (refused) expect(log.take('warn')).toMatchObject(log === two.log ? [refused] : []);
      log.take('info');
    }
  });

  it("does not open a value copied to another user's key", async () => {
    const [one, two] = [await instance(), await instance()];
    const [victim, thief] = [newCaller(), newCaller()];
    await one.get(victim);
    const [ofVictim = ''] = await stored();
    await one.get(thief);
    const [ofThief = ''] = (await stored(2)).filter((key) => key !== ofVictim);
    await admin.copy(ofVictim, ofThief, { REPLACE: true });
    expect(await two.get(thief)).toContain(`for ${thief.token} `);
    expect(two.exchanges).toHaveLength(1);
  });

  it('bypasses both levels for a challenge, and replaces the token in both', async () => {
    const [one, two] = [await instance(), await instance()];
    const caller = newCaller();
    const first = await one.get(caller);
    await stored();
    await two.get(caller);
    const second = await two.get(caller, '{"access_token":{}}');
    expect(second).not.toBe(first);
    expect(two.exchanges.map(({ claims }) => claims)).toEqual(['{"access_token":{}}']);
    expect(await two.get(caller)).toBe(second);
    const third = await instance();
    await until(async () => (await third.shared.get(caller))?.accessToken).toBe(second);
  });

  it('removes a token that Graph rejected from both levels', async () => {
    const one = await instance();
    const caller = newCaller();
    const first = await one.get(caller);
    await stored();
    one.tokens.drop(caller, first);
    await until(storedKeys).toEqual([]);
    expect(await one.get(caller)).not.toBe(first);
    expect(one.exchanges).toHaveLength(2);
  });

  it('does not reuse a rejected token that Redis still has', async () => {
    const [one, other] = [await instance(), await instance()];
    const caller = newCaller();
    const first = await one.get(caller);
    await stored();
    one.tokens.drop(caller, first);
    await until(storedKeys).toEqual([]);
    other.shared.set(caller, { accessToken: first, expiresAt: Date.now() + 60_000 });
    await stored();
    expect(await one.get(caller)).not.toBe(first);
  });

  it('keeps and uses the newer token of another instance', async () => {
    const [one, two] = [await instance(), await instance()];
    const caller = newCaller();
    const first = await one.get(caller);
    await stored();
    const newer = await two.get(caller, '{"access_token":{}}');
    const watching = await instance();
    await until(async () => (await watching.shared.get(caller))?.accessToken).toBe(newer);
    one.tokens.drop(caller, first);
    expect(await one.get(caller)).toBe(newer);
    expect(one.exchanges).toHaveLength(1);
    await one.shared.close(); // Waits for pending writes.
    expect(await storedKeys()).toHaveLength(1);
  });

  it('stores neither plain tokens nor user ids in Redis', async () => {
    const one = await instance();
    const callers = Array.from({ length: 20 }, () => newCaller());
    const tokens = await Promise.all(callers.map((caller) => one.get(caller)));
    const keys = await stored(20);
    const values = await Promise.all(keys.map((key) => rawValue(key)));
    const dump = Buffer.concat([
      Buffer.from(keys.join('\n')),
      ...values.map((value) => value ?? Buffer.alloc(0)),
    ]);
    expect(dump.length).toBeGreaterThan(20 * 1_200);
    const secrets = [
      TENANT,
      keyA,
      'graph token',
      ...tokens,
      ...callers.flatMap(({ oid, tid, token, tokenHash }) => [oid, tid, token, tokenHash]),
      ...callers.map(({ tokenHash }) => Buffer.from(tokenHash, 'base64url')),
    ];
    for (const secret of secrets) expect(dump.includes(secret)).toBe(false);
    for (const key of keys) expect(key).toMatch(/^addin:graph-token:1:[\w-]{43}$/);
  });

  it('logs once when Redis is full, still reads from it, and recovers', async () => {
    const [one, two] = [await instance(), await instance()];
    const early = newCaller();
    await one.get(early);
    await stored();
    await admin.configSet({ maxmemory: '1', 'maxmemory-policy': 'noeviction' });
    try {
      const callers = Array.from({ length: 10 }, () => newCaller());
      const tokens = await Promise.all(callers.map((caller) => two.get(caller)));
      expect(tokens.every((token, at) => token.includes(`for ${callers[at]?.token} `))).toBe(true);
      await two.get(early);
      expect(two.exchanges).toHaveLength(10);
      await until(() => two.log.take('warn')).toMatchObject([{ reason: 'OOM' }]);
    } finally {
      await admin.configSet('maxmemory', '0');
    }
    await two.get(newCaller());
    await stored(2);
    await until(() => two.log.take('info')).toMatchObject([{ msg: 'Redis stores tokens again.' }]);
  });

  it('does not store an oversized token', async () => {
    const expiresAt = Date.now() + 3_600_000;
    const one = await instance({ exchange: () => ({ accessToken: 'x'.repeat(70_000), expiresAt }) });
    await one.get(newCaller());
    const two = await instance({ exchange: tokenFor });
    await two.get(newCaller());
    await stored(1);
  });
});

function flipped(value: Buffer, at: number): Buffer {
  const changed = Buffer.from(value);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

const first = randomBytes(32);
const second = randomBytes(32);
const plain = Buffer.from('a token, and when it ends');

describe('Sealer', () => {
  it('opens a sealed value under the same name', () => {
    const sealer = new Sealer([first]);
    expect(sealer.open('name', sealer.seal('name', plain))).toEqual(plain);
  });

  it('does not open a value under another name', () => {
    const sealer = new Sealer([first]);
    expect(sealer.open('other', sealer.seal('name', plain))).toBeUndefined();
  });

  it('seals the same text differently each time, and reveals none of it', () => {
    const sealer = new Sealer([first]);
    const [one, two] = [sealer.seal('name', plain), sealer.seal('name', plain)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('token')).toBe(false);
    expect(one.includes(first)).toBe(false);
  });

  it('seals with the first key, and opens with any key', () => {
    const old = new Sealer([first]);
    const during = new Sealer([second, first]);
    const after = new Sealer([second]);
    expect(during.open('name', old.seal('name', plain))).toEqual(plain);
    expect(after.open('name', during.seal('name', plain))).toEqual(plain);
    expect(old.open('name', during.seal('name', plain))).toBeUndefined();
    expect(after.open('name', old.seal('name', plain))).toBeUndefined();
  });

  it('does not open a value that was changed by one bit or truncated', () => {
    const sealer = new Sealer([first]);
    const sealed = sealer.seal('name', plain);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealer.open('name', changed), `byte ${at}`).toBeUndefined();
      expect(sealer.open('name', sealed.subarray(0, at)), `${at} bytes`).toBeUndefined();
    }
  });
});

const IDENTITY = '6a1c8f0e-0000-4000-8000-000000000001';
const keys = [randomBytes(32)];

describe.skipIf(!program)('Redis with tokens of a managed identity', () => {
  let redis: LocalRedis;
  let admin: ReturnType<typeof createClient>;
  let token: string;
  let asked: string[];
  const instances: TokenInstance[] = [];
  beforeAll(async () => {
    redis = await startRedis(program ?? '');
    admin = createClient({ socket: { host: '127.0.0.1', port: redis.port } });
    await admin.connect();
  });
  afterAll(async () => {
    admin.destroy();
    await redis.close();
  });
  beforeEach(async () => {
    asked = [];
    await accept('token-1');
  });
  afterEach(() => {
    for (const { shared } of instances.splice(0)) void shared.close();
  });

  /** Makes Redis accept only this token, like Azure after the older one has expired. */
  async function accept(newer: string): Promise<void> {
    token = newer;
    await admin.aclSetUser(IDENTITY, ['on', 'resetpass', `>${newer}`, '~addin:*', '+@all']);
  }
  const signIns = async () => {
    const text = String(await admin.info('commandstats'));
    return Number(/cmdstat_auth:calls=(\d+)/.exec(text)?.[1] ?? 0);
  };
  const instance = (identityTokens: (resource: string) => Promise<string>) => {
    const started = startTokenInstance({
      url: `redis://${IDENTITY}@127.0.0.1:${redis.port}`,
      keys,
      identityTokens,
      limits: { redisPingMs: 20 },
    });
    instances.push(started);
    return started;
  };

  it('signs in with a token for Redis, and shares cached tokens', async () => {
    const tokens = (resource: string) => {
      asked.push(resource);
      return Promise.resolve(token);
    };
    const [one, two] = [instance(tokens), instance(tokens)];
    await expect.poll(() => one.shared.up && two.shared.up).toBe(true);
    const caller = newCaller();
    const stored = await one.get(caller);
    await expect.poll(() => admin.dbSize()).toBeGreaterThan(0);
    expect(await two.get(caller)).toBe(stored);
    expect(new Set(asked)).toEqual(new Set(['https://redis.azure.com']));
    expect(one.log.text()).toBe('');
  });

  it('signs in again on the same connection with a newer token', async () => {
    const one = instance(() => Promise.resolve(token));
    await expect.poll(() => one.shared.up).toBe(true);
    const before = await signIns();
    await accept('token-2');
    await expect.poll(signIns).toBe(before + 1);
    expect(one.shared.up).toBe(true);
    expect(one.log.text()).toBe('');
  });

  it('keeps the connection if there is no newer token', async () => {
    let failures = 0;
    let broken = false;
    const one = instance(() => {
      if (!broken) return Promise.resolve(token);
      failures += 1;
      return Promise.reject(new Error('the endpoint is down: secret-detail'));
    });
    await expect.poll(() => one.shared.up).toBe(true);
    broken = true;
    await expect.poll(() => failures).toBeGreaterThan(2);
    expect(one.shared.up).toBe(true);
    expect(one.log.text()).toBe('');
  });

  it('reconnects after Redis has rejected the newer token', async () => {
    const answers = ['token-1', 'not-accepted'];
    const one = instance(() => Promise.resolve(answers.shift() ?? 'token-1'));
    await expect.poll(() => one.shared.up).toBe(true);
    await expect.poll(() => one.log.text()).toContain('"reason":"WRONGPASS"');
    await expect.poll(() => one.shared.up).toBe(true);
    expect(one.log.text()).not.toMatch(/not-accepted|token-1/);
  });

  it('logs the reason without details if there is no token at startup', async () => {
    const one = instance(() => Promise.reject(new Error('secret-detail')));
    await expect.poll(() => one.log.text()).toContain('"reason":"identity"');
    expect(one.log.text()).not.toContain('secret-detail');
    expect(await one.get(newCaller())).toContain('graph token');
  });

  it('times out if the token never arrives', async () => {
    const started = startTokenInstance({
      url: `redis://${IDENTITY}@127.0.0.1:${redis.port}`,
      keys,
      identityTokens: () => new Promise(() => undefined),
      limits: { redisConnectMs: 50 },
    });
    instances.push(started);
    await expect.poll(() => started.log.text()).toContain('"reason":"identity"');
  });
});
