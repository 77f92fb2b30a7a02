import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import type { IdentityTokens } from '../../graph/onBehalfOf.ts';
import { OutageLog } from '../../outageLog.ts';
import { redisAddress } from './redisAddress.ts';
import { RedisLink, type RedisLimits } from './redisLink.ts';
import { Sealer } from './sealer.ts';
import { SharedTokens } from './sharedTokens.ts';

export interface CacheSurroundings {
  readonly limits: RedisLimits;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
  /** Needed when the setting says that the managed identity signs in. */
  readonly identityTokens?: IdentityTokens | undefined;
}

/** Resource (App ID URI) of Azure Managed Redis and Azure Cache for Redis ("Use Microsoft Entra ID for cache authentication"). */
const REDIS_RESOURCE = 'https://redis.azure.com';

/**
 * The second level of the token cache as the settings want it; it connects in the background.
 * @returns null without CACHE_URL
 * @throws ConfigError when CACHE_URL cannot be an address
 */
export function connectSharedTokens(
  config: Pick<Config, 'cache' | 'clientId' | 'scopes'>,
  { limits, clock, random, logger, identityTokens }: CacheSurroundings,
): SharedTokens | null {
  if (!config.cache) return null;
  const outage = new OutageLog(logger, clock, {
    away: 'Redis cannot be used: tokens are exchanged at Entra ID. See docs/scale-out.md for the reason.',
    back: 'Redis is back: instances share tokens again.',
  });
  const refusals = new OutageLog(logger, clock, {
    away: 'Redis answers, but refuses: tokens may not be shared. See docs/scale-out.md for the reason.',
    back: 'Redis stores tokens again.',
  });
  const { url, managedIdentity } = config.cache;
  const password = managedIdentity && identityTokens ? () => identityTokens(REDIS_RESOURCE) : undefined;
  const link = new RedisLink({ ...redisAddress(url), token: password }, limits, random, outage);
  return new SharedTokens(link, new Sealer(config.cache.keys), config, clock, refusals);
}
