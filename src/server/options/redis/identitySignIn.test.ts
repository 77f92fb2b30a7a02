import { randomBytes } from 'node:crypto';
import { createClient } from '@redis/client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRedis, type LocalRedis, findRedis } from 'office-addin-tools/testing';
import { newCaller, startTokenInstance, type TokenInstance } from './testing/tokenInstance.ts';

/** Signing in to Redis as a managed identity: the user name is its object id, the password an expiring token. */

const program = findRedis((sentence) => void process.stdout.write(`${sentence}\n`));
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
