import { OutageLog } from '../../outageLog.ts';
import type { OptionContext } from '../../option.ts';
import type { CacheSettings } from './index.ts';
import { redisAddress } from './redisAddress.ts';
import { RedisLink, type RedisLimits } from './redisLink.ts';
import { Sealer } from './sealer.ts';
import { SharedTokens, type TokenUse } from './sharedTokens.ts';

/** What `connectSharedTokens` needs of an `OptionContext`. */
export interface CacheContext extends Pick<
  OptionContext<RedisLimits>,
  'clock' | 'random' | 'logger' | 'identityTokens'
> {
  readonly config: TokenUse;
  readonly limits: RedisLimits;
}

/** Resource (App ID URI) of Azure Managed Redis and Azure Cache for Redis ("Use Microsoft Entra ID for cache authentication"). */
const REDIS_RESOURCE = 'https://redis.azure.com';

/**
 * Connects to Redis in the background.
 * @throws ConfigError when CACHE_URL is not the address of a Redis
 */
export function connectSharedTokens(
  { url, managedIdentity, keys }: CacheSettings,
  { config, limits, clock, random, logger, identityTokens }: CacheContext,
): SharedTokens {
  const outage = new OutageLog(logger, clock, {
    away: 'Redis cannot be used: tokens are exchanged at Entra ID. See docs/scale-out.md for the reason.',
    back: 'Redis is back: instances share tokens again.',
  });
  const refusals = new OutageLog(logger, clock, {
    away: 'Redis answers, but refuses: tokens may not be shared. See docs/scale-out.md for the reason.',
    back: 'Redis stores tokens again.',
  });
  const token = managedIdentity && identityTokens ? () => identityTokens(REDIS_RESOURCE) : undefined;
  const link = new RedisLink({ ...redisAddress(url), token }, limits, random, outage);
  return new SharedTokens(link, new Sealer(keys), config, clock, refusals);
}
