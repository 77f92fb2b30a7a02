// @module-tag full
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localhostCertificates, startRedis, type LocalRedis, findRedis } from 'office-addin-tools/testing';
import { startCloud, type Cloud, type User } from './cloud.ts';
import { instanceOf, type Instance } from './instance.ts';
import { startLoad, type Load, type Seen } from './load.ts';
import { startRoundRobin } from './roundRobin.ts';

/** Two server processes behind a load balancer under load, sharing a Redis with TLS and a password. */

const program = findRedis((sentence) => void process.stdout.write(`${sentence}\n`));
const PASSWORD = 'p+/=ss';
const AT_ONCE = 12;
/** A long timeout, because other tests keep the processors busy. */
const poll = { timeout: 60_000, interval: 20 };

describe.skipIf(!program)('two instances', { timeout: 180_000 }, () => {
  let cloud: Cloud;
  let redis: LocalRedis;
  let one: Instance;
  let two: Instance;
  let settings: Record<string, string>;

  beforeAll(async () => {
    const { caPath } = await localhostCertificates();
    const files = (name: string) => join(dirname(caPath), name);
    const tls = { cert: files('localhost.crt'), key: files('localhost.key') };
    cloud = await startCloud();
    redis = await startRedis(program ?? '', { requirepass: PASSWORD }, tls);
    settings = {
      CACHE_URL: `rediss://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${redis.port}`,
      CACHE_KEYS: randomBytes(32).toString('base64'),
    };
    const [first = 0, second = 0] = await freePorts(2);
    one = instanceOf(cloud, first, settings);
    two = instanceOf(cloud, second, settings);
    await Promise.all([one.start(), two.start()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await Promise.all([redis.close(), cloud.close()]);
  }, 60_000);

  const newUsers = (count: number) => Promise.all(Array.from({ length: count }, () => cloud.newUser()));

  /** Waits until each of these instances has served `more` further requests successfully. */
  async function untilServedBy(load: Load, instances: readonly Instance[], more: number): Promise<void> {
    const from = load.seen.length;
    const served = ({ port }: Instance) =>
      load.seen.slice(from).filter((seen) => seen.status === 200 && seen.port === port).length;
    await expect.poll(() => Math.min(...instances.map(served)), poll).toBeGreaterThanOrEqual(more);
  }

  async function underLoad(
    keepAlive: boolean,
    users: readonly User[],
    work: (load: Load) => Promise<void>,
  ): Promise<readonly Seen[]> {
    const balancer = await startRoundRobin([one.port, two.port], keepAlive);
    const load = startLoad(balancer.origin, users, AT_ONCE);
    try {
      await work(load);
    } finally {
      await load.stop();
      await balancer.close();
    }
    return load.seen;
  }

  it('share tokens, and survive a crash, a restart and an outage of Redis', async () => {
    // Odd numbers, so that the round robin sends every user to both instances.
    const [early, during, late] = [await newUsers(151), await newUsers(75), await newUsers(75)];
    let [killedAt, goneAt] = [0, 0];
    const seen = await underLoad(false, early, async (load) => {
      await untilServedBy(load, [one, two], early.length + 10);
      // Only users who reached both instances at the same time cause two exchanges.
      expect(cloud.exchanges()).toBeGreaterThanOrEqual(early.length);
      expect(cloud.exchanges()).toBeLessThan(early.length + AT_ONCE * 2);

      const before = cloud.exchanges();
      killedAt = performance.now();
      await one.kill();
      goneAt = performance.now();
      await untilServedBy(load, [two], 50);
      await one.start();
      await untilServedBy(load, [one, two], early.length);
      // It restarted with an empty memory and found all tokens in Redis, except while it was still connecting.
      expect(cloud.exchanges() - before).toBeLessThan(AT_ONCE * 2);

      await redis.kill();
      load.use(during);
      await untilServedBy(load, [one, two], during.length);
      await expect.poll(() => [one, two].every((instance) => awayLines(instance) > 0), poll).toBe(true);

      await redis.start();
      await expect
        .poll(() => [one, two].every((instance) => backLines(instance) === awayLines(instance)), poll)
        .toBe(true);
      const restored = cloud.exchanges();
      load.use(late);
      await untilServedBy(load, [one, two], late.length + 10);
      expect(cloud.exchanges() - restored).toBeLessThan(late.length + AT_ONCE * 2);
    });

    expect(seen.filter(({ wrong }) => wrong)).toEqual([]);
    const failed = seen.filter(({ status }) => status !== 200);
    for (const failure of failed) {
      expect(failure).toMatchObject({ status: 502, port: one.port, cutOff: 'ECONNRESET' });
      expect([failure.startedAt < goneAt, failure.endedAt > killedAt]).toEqual([true, true]);
    }
    for (const { log, output } of [one, two]) {
      expect(log().filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
      expect(output()).not.toContain(PASSWORD);
      expect(output()).not.toContain(encodeURIComponent(PASSWORD));
    }
  });

  it.skipIf(process.platform === 'win32').each([
    ['keep-alive connections', true, () => [one, two] as const],
    ['a connection for each request', false, () => [two, one] as const],
  ] as const)('stop without losing a request, with %s', async (_name, keepAlive, order) => {
    const [leaving, staying] = order();
    const seen = await underLoad(keepAlive, await newUsers(51), async (load) => {
      await untilServedBy(load, [leaving, staying], 50);
      expect(await leaving.stop()).toBe(0);
      await untilServedBy(load, [staying], 50);
      if (leaving !== one) return;
      // It restarts while Redis is down: it still becomes ready and serves requests.
      await redis.kill();
      await leaving.start();
      await untilServedBy(load, [leaving, staying], 50);
    });
    expect(seen.filter(({ status, wrong }) => status !== 200 || wrong)).toEqual([]);
  });
});

const awayLines = ({ log }: Instance) =>
  log().filter(({ msg }) => msg.startsWith('Redis is unavailable')).length;
const backLines = ({ log }: Instance) =>
  log().filter(({ msg }) => msg.startsWith('Redis is available again')).length;

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
