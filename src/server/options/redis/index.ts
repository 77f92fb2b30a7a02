import { z } from 'zod';
import { addressOf, storeSignIn, storeSignInFaults } from '../../config.ts';
import { OutageLog } from '../../http/logger.ts';
import { defineOption, type OptionContext } from '../../option.ts';
import { redisAddress, RedisCircuitBreaker, type RedisLimits } from './redisCircuitBreaker.ts';
import { Sealer, RedisTokenCache, type CacheNamespace } from './redisTokenCache.ts';

interface CacheSettings {
  /** redis:// or rediss://. Never log it: it may contain a password. */
  readonly url: string;
  /** True to sign in with tokens of the managed identity instead of a password. */
  readonly managedIdentity: boolean;
  /** 32 bytes each, newest first: the first one seals, all of them open. */
  readonly keys: readonly Buffer[];
}

/** AES-256 keys: 32 bytes, which are 44 characters in base64. */
const sealingKeys = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter((key) => key !== ''))
  .refine((keys) => keys.length > 0 && keys.every((key) => /^[A-Za-z0-9+/]{43}=$/.test(key)), {
    message:
      'must be one or more base64 keys of 32 bytes, separated by commas, newest first; create a key with ' +
      `node -e "console.log(crypto.randomBytes(32).toString('base64'))"`,
  })
  .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')));

const limits: RedisLimits = {
  redisConnectMs: 3_000,
  redisMs: 250,
  redisRetryMs: 200,
  redisRetryMostMs: 10_000,
  redisPingMs: 60_000,
};

/** The second level of the token cache, shared by all instances. Settings are null if it is off. */
export const redis = defineOption({
  env: {
    CACHE_URL: addressOf(['redis:', 'rediss:'], 'rediss://user:password@cache.example.com:6380').optional(),
    CACHE_AUTH: storeSignIn,
    CACHE_KEYS: sealingKeys.optional(),
  },
  read: ({ CACHE_URL: url, CACHE_KEYS: keys, CACHE_AUTH: auth }): CacheSettings | null =>
    url && keys ? { url, managedIdentity: auth === 'managed-identity', keys } : null,
  faults: (values) => [
    ...((values.CACHE_URL === undefined) === (values.CACHE_KEYS === undefined)
      ? []
      : ['CACHE_URL, CACHE_KEYS: only one of them is set; set both or neither']),
    ...storeSignInFaults(values, 'CACHE_AUTH', 'CACHE_URL', "the identity's object (principal) id"),
  ],
  limits,
  connect(settings, context) {
    if (!settings) return {};
    const secondLevel = connectTokenCache(settings, context);
    return { secondLevel, close: () => secondLevel.close() };
  },
});

/** The part of `OptionContext` that `connectTokenCache` needs. */
interface CacheContext extends Pick<
  OptionContext<RedisLimits>,
  'clock' | 'random' | 'logger' | 'identityTokens'
> {
  readonly config: CacheNamespace;
  readonly limits: RedisLimits;
}

/** Resource (App ID URI) of Azure Managed Redis and Azure Cache for Redis ("Use Microsoft Entra ID for cache authentication"). */
const REDIS_RESOURCE = 'https://redis.azure.com';

/**
 * Connects to Redis in the background.
 * @throws ConfigError if CACHE_URL is not a Redis URL
 */
export function connectTokenCache(
  { url, managedIdentity, keys }: CacheSettings,
  { config, limits, clock, random, logger, identityTokens }: CacheContext,
): RedisTokenCache {
  const outage = new OutageLog(logger, clock, {
    down: 'Redis is unavailable: tokens are exchanged at Entra ID. See docs/scale-out.md for the reason.',
    up: 'Redis is available again: instances share tokens.',
  });
  const rejections = new OutageLog(logger, clock, {
    down: 'Redis rejects commands: tokens may not be shared. See docs/scale-out.md for the reason.',
    up: 'Redis stores tokens again.',
  });
  const token = managedIdentity && identityTokens ? () => identityTokens(REDIS_RESOURCE) : undefined;
  const breaker = new RedisCircuitBreaker({ ...redisAddress(url), token }, limits, random, outage);
  return new RedisTokenCache(breaker, new Sealer(keys), config, clock, rejections);
}
