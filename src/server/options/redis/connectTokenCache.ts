import { OutageLog } from '../../http/logger.ts';
import type { OptionContext } from '../../option.ts';
import type { CacheSettings } from './index.ts';
import { redisAddress } from './redisAddress.ts';
import { RedisCircuitBreaker, type RedisLimits } from './redisCircuitBreaker.ts';
import { Sealer } from './sealer.ts';
import { RedisTokenCache, type CacheNamespace } from './redisTokenCache.ts';

/** The part of `OptionContext` that `connectTokenCache` needs. */
export interface CacheContext extends Pick<
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
